-- One row per client, manager or product and month with an order: net sales.
--
-- grain    dimension, entity, month
-- key      dimension, entity_id, month
-- answers  Who and what brought the revenue of a month?
--
-- An entity with orders of zero amount only is active, with zero revenue; a
-- client with orders of unknown worth only is not there. What names no entity
-- stands under unknown, so that each dimension adds up to the sales of the
-- month.

with

orders as (

    select * from marts.orders

),

returns as (

    select * from marts.returns

),

sales_by_month as (

    select * from metrics.sales_by_month

),

client_orders_and_returns as (

    select
        orders.client_id,
        orders.order_month as month,
        sum(orders.net_amount) as net_amount

    from orders
    where
        not orders.is_cancelled
        and orders.net_amount is not null
    group by 1, 2

    union all

    select
        returns.client_id,
        returns.sales_month as month,
        -sum(returns.amount) as net_amount

    from returns
    where returns.is_counted
    group by 1, 2

),

amounts as (

    select
        'client' as dimension,
        coalesce(client_orders_and_returns.client_id, 'unknown') as entity_id,
        client_orders_and_returns.month,
        cast(
            coalesce(sum(client_orders_and_returns.net_amount), 0)
            as decimal(38, 4)
        ) as net_amount

    from client_orders_and_returns
    group by 2, 3

    union all

    select
        'manager' as dimension,
        sales_by_month.manager_id as entity_id,
        sales_by_month.month,
        cast(sum(sales_by_month.net_amount) as decimal(38, 4)) as net_amount

    from sales_by_month
    group by 2, 3

    union all

    select
        'product' as dimension,
        sales_by_month.product_id as entity_id,
        sales_by_month.month,
        cast(sum(sales_by_month.net_amount) as decimal(38, 4)) as net_amount

    from sales_by_month
    group by 2, 3

)

select * from amounts
