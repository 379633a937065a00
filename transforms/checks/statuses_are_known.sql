-- Every order is open, done or cancelled, and every deal open, won or lost.
-- A status of another name counts as done, or as neither won nor lost: say in
-- the source file what it means, with `values`.
-- severity warning

with

orders as (

    select * from marts.orders

),

deals as (

    select * from marts.deals

),

unknown_statuses as (

    select
        'orders' as entity,
        orders.source,
        orders.status,
        cast(count(*) as bigint) as row_count,
        min(orders.order_id) as first_id

    from orders
    where orders.status not in ('open', 'done', 'cancelled')
    group by 1, 2, 3

    union all

    select
        'deals' as entity,
        deals.source,
        deals.status,
        cast(count(*) as bigint) as row_count,
        min(deals.deal_id) as first_id

    from deals
    where deals.status not in ('open', 'won', 'lost')
    group by 1, 2, 3

)

select * from unknown_statuses
