-- One row per delivery. Where a source never states when goods arrived, the day
-- they left stands for it, and `arrival_basis` says so.
--
-- grain    shipment_id
-- key      shipment_id

with

shipments as (

    select * from staging.shipments

),

shipments_with_arrival as (

    select
        shipments.shipment_id,
        shipments.order_id,
        shipments.order_line_id,
        shipments.planned_date,
        shipments.shipped_date,
        shipments.delivered_date,
        coalesce(shipments.shipped_date, shipments.delivered_date)
            as departure_date,
        case
            when shipments.is_delivery_stated then shipments.delivered_date
            else shipments.shipped_date
        end as arrival_date,
        case
            when shipments.is_delivery_stated then 'delivered'
            else 'shipped'
        end as arrival_basis,
        shipments.quantity,
        coalesce(shipments.carrier, 'unknown') as carrier,
        shipments.source,
        shipments._file_id,
        shipments._record

    from shipments

)

select * from shipments_with_arrival
