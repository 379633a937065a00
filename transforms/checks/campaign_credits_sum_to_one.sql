-- The credits of every valid order sum to exactly 1.
--
-- severity error

with

orders as (

    select * from marts.orders

),

credits as (

    select * from metrics.campaign_credits

),

credits_per_order as (

    select
        credits.order_id,
        cast(sum(credits.credit) as decimal(38, 8)) as credit

    from credits
    group by 1

),

wrong_orders as (

    select
        coalesce(orders.order_id, credits_per_order.order_id) as order_id,
        credits_per_order.credit

    from orders
    full join credits_per_order
        on orders.order_id = credits_per_order.order_id
    where (orders.is_valid and coalesce(credits_per_order.credit, 0) <> 1)
        or (
            credits_per_order.order_id is not null
            and not coalesce(orders.is_valid, false)
        )

)

select * from wrong_orders
