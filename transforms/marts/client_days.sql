-- One row per client and day of sales: what it bought, less what it sent back.
--
-- grain    client, day
-- key      client_id, day
-- answers  When did a client buy, and for how much?
--
-- Several valid orders of one day are one purchase occasion. Orders below zero
-- are money and no occasion. A return takes revenue back from the day of its
-- order, so no later period pays for an earlier sale.

with

orders as (

    select * from marts.orders

),

returns as (

    select * from marts.returns

),

orders_and_returns as (

    select
        orders.client_id,
        orders.order_date as day,
        orders.order_month as month,
        case when orders.is_valid then 1 else 0 end as order_count,
        orders.quantity,
        orders.net_amount as gross_amount,
        cast(0 as decimal(18, 4)) as return_amount

    from orders
    where
        not orders.is_cancelled
        and orders.net_amount <> 0
        and orders.client_id is not null

    union all

    select
        returns.client_id,
        returns.sales_date as day,
        returns.sales_month as month,
        0 as order_count,
        cast(-returns.quantity as decimal(18, 3)) as quantity,
        cast(0 as decimal(18, 4)) as gross_amount,
        cast(coalesce(returns.amount, 0) as decimal(18, 4)) as return_amount

    from returns
    where
        returns.is_counted
        and returns.client_id is not null

),

occasions as (

    select
        orders_and_returns.client_id,
        orders_and_returns.day,
        orders_and_returns.month,
        cast(sum(orders_and_returns.order_count) as bigint) as order_count,
        cast(
            sum(coalesce(orders_and_returns.quantity, 0)) as decimal(18, 3)
        ) as quantity,
        cast(
            sum(orders_and_returns.gross_amount) as decimal(18, 4)
        ) as gross_amount,
        cast(
            sum(orders_and_returns.return_amount) as decimal(18, 4)
        ) as return_amount

    from orders_and_returns
    group by 1, 2, 3

),

occasions_with_net_amount as (

    select
        occasions.client_id,
        occasions.day,
        occasions.month,
        occasions.order_count,
        occasions.quantity,
        occasions.gross_amount,
        occasions.return_amount,
        cast(
            occasions.gross_amount - occasions.return_amount
            as decimal(18, 4)
        ) as net_amount

    from occasions

)

select * from occasions_with_net_amount
