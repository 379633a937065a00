-- One row per client and day with a valid order: the purchase occasion.
--
-- grain    client, day
-- key      client_id, day
-- answers  When did a client buy, and for how much?
--
-- Several orders of one day are one purchase. A return takes revenue back
-- from the day of its order, so no later period pays for an earlier sale.

with

orders as (

    select * from marts.orders

),

returns as (

    select * from metrics.returns_at_order_date

),

clock as (

    select * from meta.clock

),

orders_and_returns as (

    select
        orders.client_id,
        orders.order_date as day,
        orders.order_month as month,
        1 as order_count,
        cast(orders.quantity as decimal(38, 3)) as quantity,
        cast(orders.net_amount as decimal(38, 4)) as gross_amount,
        cast(0 as decimal(38, 4)) as return_amount

    from orders
    where orders.is_valid
        and orders.client_id is not null

    union all

    select
        returns.client_id,
        returns.order_date as day,
        returns.order_month as month,
        0 as order_count,
        cast(-returns.quantity as decimal(38, 3)) as quantity,
        cast(0 as decimal(38, 4)) as gross_amount,
        returns.return_amount

    from returns
    where returns.client_id is not null

),

occasions as (

    select
        orders_and_returns.client_id,
        orders_and_returns.day,
        orders_and_returns.month,
        cast(sum(orders_and_returns.order_count) as bigint) as order_count,
        cast(
            sum(coalesce(orders_and_returns.quantity, 0)) as decimal(38, 3)
        ) as quantity,
        cast(
            sum(orders_and_returns.gross_amount) as decimal(38, 4)
        ) as gross_amount,
        cast(
            sum(orders_and_returns.return_amount) as decimal(38, 4)
        ) as return_amount

    from orders_and_returns
    cross join clock
    where orders_and_returns.day <= clock.as_of_date
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
            as decimal(38, 4)
        ) as net_amount

    from occasions

)

select * from occasions_with_net_amount
