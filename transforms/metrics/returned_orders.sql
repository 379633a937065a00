-- One row per return that reduces sales, and the order it came from: when that
-- order had arrived whole, and after how many days it came back.
--
-- grain    return
-- key      return_id
-- answers  Which orders came back, and how long after they arrived?
--
-- A return of an order that is unknown or not yet delivered stands in the month
-- it came back.

with

returns as (

    select * from marts.returns

),

orders as (

    select * from marts.orders

),

returns_with_arrival as (

    select
        returns.return_id,
        coalesce(returns.region, 'unknown') as region,
        coalesce(returns.manager_id, 'unknown') as manager_id,
        returns.quantity,
        returns.amount,
        orders.delivered_date is not null as is_matched,
        case
            when returns.return_date >= orders.delivered_date
                then cast(
                    date_diff(
                        'day', orders.delivered_date, returns.return_date
                    ) as bigint
                )
        end as lag_days,
        cast(
            date_trunc(
                'month', coalesce(orders.delivered_date, returns.return_date)
            ) as date
        ) as month

    from returns
    left join orders on returns.order_id = orders.order_id
    where returns.is_counted

)

select * from returns_with_arrival
