-- One row per client and segmentation: where the client stands now.
--
-- grain    client, segmentation
-- key      client_id, segmentation
-- answers  Which segment is a client in, by class, by RFM and by region?
--
-- Clients with at least one valid order. A client without a complete period
-- has no class yet and is `new`; one without an order in the RFM window has no
-- RFM segment and is `inactive`.

with

clients as (

    select * from marts.clients

),

classes as (

    select * from metrics.client_classes

),

rfm as (

    select * from metrics.rfm

),

segments as (

    select
        clients.client_id,
        'class' as segmentation,
        coalesce(classes.class_published, 'new') as segment

    from clients
    left join classes
        on clients.client_id = classes.client_id and classes.is_current
    where clients.order_count > 0

    union all

    select
        clients.client_id,
        'rfm' as segmentation,
        coalesce(rfm.segment, 'inactive') as segment

    from clients
    left join rfm on clients.client_id = rfm.client_id
    where clients.order_count > 0

    union all

    select
        clients.client_id,
        'region' as segmentation,
        clients.region as segment

    from clients
    where clients.order_count > 0

)

select * from segments
