-- One row per return that reduces revenue, dated by the order it takes back.
--
-- grain    return
-- key      return_id
-- answers  Which sales were taken back?

with

returns as (

    select * from marts.returns

),

orders as (

    select * from marts.orders

),

returns_dated_by_their_orders as (

    select
        returns.return_id,
        coalesce(orders.client_id, returns.client_id) as client_id,
        coalesce(orders.manager_id, returns.manager_id) as manager_id,
        returns.product_id,
        coalesce(orders.order_date, returns.return_date) as order_date,
        coalesce(orders.order_month, returns.return_month) as order_month,
        cast(returns.quantity as decimal(38, 3)) as quantity,
        cast(coalesce(returns.amount, 0) as decimal(38, 4)) as return_amount

    from returns
    left join orders
        on returns.order_id = orders.order_id
    where returns.is_counted

)

select * from returns_dated_by_their_orders
