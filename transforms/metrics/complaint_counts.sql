-- One row per month and entity (all, a type of complaint, a manager, a region):
-- orders delivered and complaints. A complaint about a delivered order counts
-- in the month of that delivery, for the manager and region of the order; any
-- other in the month it was received, for those of its client. A type is held
-- against all orders delivered. Without any complaint ever recorded there is no
-- row: nobody counts them.
--
-- grain    month, dimension, entity
-- key      month, dimension, entity_id
-- answers  How many complaints came of how many orders?

with

orders as (

    select * from marts.orders

),

complaints as (

    select * from marts.complaints

),

clients as (

    select * from marts.clients

),

complaint_types as (

    select complaints.complaint_type

    from complaints
    group by 1

),

-- Orders have no type.
cells as (

    select
        cast(date_trunc('month', orders.delivered_date) as date) as month,
        cast(null as varchar) as complaint_type,
        coalesce(orders.manager_id, 'unknown') as manager_id,
        orders.region,
        count(*) as delivered_order_count,
        0 as complaint_count,
        0 as linked_complaint_count

    from orders
    where orders.is_delivered
    group by 1, 2, 3, 4

    union all

    select
        coalesce(
            cast(date_trunc('month', orders.delivered_date) as date),
            complaints.opened_month
        ) as month,
        complaints.complaint_type,
        coalesce(orders.manager_id, clients.manager_id, 'unknown')
            as manager_id,
        coalesce(orders.region, clients.region, 'unknown') as region,
        0 as delivered_order_count,
        count(*) as complaint_count,
        count(orders.delivered_date) as linked_complaint_count

    from complaints
    left join orders
        on
            complaints.order_id = orders.order_id
            and not orders.is_cancelled
    left join clients on complaints.client_id = clients.client_id
    group by 1, 2, 3, 4

),

cells_of_entities as (

    select
        cells.month,
        'all' as dimension,
        'all' as entity_id,
        cells.delivered_order_count,
        cells.complaint_count,
        cells.linked_complaint_count

    from cells

    union all

    select
        cells.month,
        'manager' as dimension,
        cells.manager_id as entity_id,
        cells.delivered_order_count,
        cells.complaint_count,
        cells.linked_complaint_count

    from cells

    union all

    select
        cells.month,
        'region' as dimension,
        cells.region as entity_id,
        cells.delivered_order_count,
        cells.complaint_count,
        cells.linked_complaint_count

    from cells

    union all

    select
        cells.month,
        'type' as dimension,
        complaint_types.complaint_type as entity_id,
        cells.delivered_order_count,
        cells.complaint_count,
        cells.linked_complaint_count

    from cells
    inner join complaint_types
        on
            cells.complaint_type = complaint_types.complaint_type
            or cells.complaint_type is null

),

counts_of_complaints as (

    select cast(count(*) as bigint) as complaint_count
    from complaints

),

counts_per_entity as (

    select
        cells_of_entities.month,
        cells_of_entities.dimension,
        cells_of_entities.entity_id,
        cast(sum(cells_of_entities.delivered_order_count) as bigint)
            as delivered_order_count,
        cast(sum(cells_of_entities.complaint_count) as bigint)
            as complaint_count,
        cast(sum(cells_of_entities.linked_complaint_count) as bigint)
            as linked_complaint_count

    from cells_of_entities
    cross join counts_of_complaints
    where counts_of_complaints.complaint_count > 0
    group by 1, 2, 3

)

select * from counts_per_entity
