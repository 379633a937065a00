-- Every cancelled order says who cancelled it.
-- Without that it leaves the delivery figures as if the client had.
-- severity warning

with

orders as (

    select * from marts.orders

),

cancelled_by_nobody as (

    select
        orders.source,
        cast(count(*) as bigint) as order_count,
        min(orders.order_id) as first_order_id

    from orders
    where
        orders.is_cancelled
        and orders.cancelled_by is null
    group by 1

)

select * from cancelled_by_nobody
