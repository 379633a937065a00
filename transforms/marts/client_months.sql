-- One row per client and month in which it bought. Valid orders only: not
-- cancelled, of a positive amount. Orders without a client are left out.
--
-- grain    client_id, month
-- key      client_id, month

with

orders as (

    select * from marts.orders

),

purchases_per_month as (

    select
        orders.client_id,
        orders.order_month as month,
        cast(count(*) as bigint) as order_count,
        cast(count(distinct orders.order_date) as bigint)
            as purchase_day_count,
        cast(sum(orders.quantity) as decimal(38, 3)) as quantity,
        cast(sum(orders.net_amount) as decimal(38, 4)) as net_amount,
        cast(sum(orders.margin_amount) as decimal(38, 4)) as margin_amount,
        min(orders.order_date) as first_order_date,
        max(orders.order_date) as last_order_date

    from orders
    where
        orders.is_valid
        and orders.client_id is not null
    group by 1, 2

)

select * from purchases_per_month
