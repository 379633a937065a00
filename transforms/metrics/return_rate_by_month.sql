-- One row per month orders arrived whole, region and manager: how much of them
-- came back. A return counts in the month its order had arrived, not when it
-- came back; one of an order that is unknown or not yet delivered in its own.
-- Months younger than the time in which 95 % of returns come back are not
-- mature: more will come.
--
-- grain    month of arrival, region, manager
-- key      month, region, manager_id
-- answers  How much of what we deliver comes back?

with

orders as (

    select * from marts.orders

),

returns as (

    select * from marts.returns

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

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

),

lags_in_order as (

    select
        returns_with_arrival.lag_days,
        row_number() over (
            order by
                returns_with_arrival.lag_days asc nulls last,
                returns_with_arrival.return_id asc nulls last
        ) as lag_rank,
        count(*) over () as lag_count

    from returns_with_arrival
    where returns_with_arrival.lag_days is not null

),

usual_lag as (

    select min(lags_in_order.lag_days) as lag_days

    from lags_in_order
    where lags_in_order.lag_rank * 100 >= lags_in_order.lag_count * 95

),

-- Marts read a second time are read directly: an import read twice is kept in
-- memory whole.
arrivals_and_returns as (

    select
        cast(date_trunc('month', orders.delivered_date) as date) as month,
        orders.region,
        coalesce(orders.manager_id, 'unknown') as manager_id,
        orders.quantity as shipped_quantity,
        orders.net_amount as shipped_amount,
        0 as return_count,
        0 as matched_return_count,
        0 as returned_quantity,
        0 as returned_amount

    from marts.orders
    where
        not orders.is_cancelled
        and orders.delivered_date is not null

    union all

    select
        returns_with_arrival.month,
        returns_with_arrival.region,
        returns_with_arrival.manager_id,
        0 as shipped_quantity,
        0 as shipped_amount,
        1 as return_count,
        case when returns_with_arrival.is_matched then 1 else 0 end
            as matched_return_count,
        returns_with_arrival.quantity as returned_quantity,
        returns_with_arrival.amount as returned_amount

    from returns_with_arrival

),

cells as (

    select
        arrivals_and_returns.month,
        arrivals_and_returns.region,
        arrivals_and_returns.manager_id,
        cast(sum(arrivals_and_returns.shipped_quantity) as decimal(38, 3))
            as shipped_quantity,
        cast(
            coalesce(sum(arrivals_and_returns.shipped_amount), 0)
            as decimal(38, 4)
        ) as shipped_amount,
        cast(sum(arrivals_and_returns.return_count) as bigint)
            as return_count,
        cast(sum(arrivals_and_returns.matched_return_count) as bigint)
            as matched_return_count,
        cast(sum(arrivals_and_returns.returned_quantity) as decimal(38, 3))
            as returned_quantity,
        cast(
            coalesce(sum(arrivals_and_returns.returned_amount), 0)
            as decimal(38, 4)
        ) as returned_amount

    from arrivals_and_returns
    group by 1, 2, 3

),

mature_months as (

    select calendar.month

    from calendar
    cross join clock
    cross join usual_lag
    group by calendar.month, clock.as_of_date, usual_lag.lag_days
    having
        coalesce(
            date_diff(
                'day', cast(max(calendar.day) as date), clock.as_of_date
            ) >= usual_lag.lag_days,
            max(calendar.day) <= clock.as_of_date
        )

),

cells_with_rates as (

    select
        cells.month,
        cells.region,
        cells.manager_id,
        cells.shipped_quantity,
        cells.shipped_amount,
        cells.return_count,
        cells.matched_return_count,
        cells.returned_quantity,
        cells.returned_amount,
        case
            when cells.shipped_quantity > 0
                then
                    cast(cells.returned_quantity as double)
                    / nullif(cast(cells.shipped_quantity as double), 0)
        end as return_rate_quantity,
        case
            when cells.shipped_amount > 0
                then
                    cast(cells.returned_amount as double)
                    / nullif(cast(cells.shipped_amount as double), 0)
        end as return_rate_amount,
        usual_lag.lag_days as usual_lag_days,
        mature_months.month is not null as is_mature,
        case
            when cells.shipped_quantity <= 0 then 'nothing_shipped'
            when mature_months.month is null then 'immature'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from cells
    cross join clock
    cross join usual_lag
    left join mature_months on cells.month = mature_months.month

)

select * from cells_with_rates
