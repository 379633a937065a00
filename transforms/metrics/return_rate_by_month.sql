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

shipped_per_cell as (

    select
        cast(date_trunc('month', orders.delivered_date) as date) as month,
        orders.region,
        coalesce(orders.manager_id, 'unknown') as manager_id,
        cast(sum(orders.quantity) as decimal(38, 3)) as shipped_quantity,
        cast(coalesce(sum(orders.net_amount), 0) as decimal(38, 4))
            as shipped_amount

    from orders
    where
        not orders.is_cancelled
        and orders.delivered_date is not null
    group by 1, 2, 3

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

returned_per_cell as (

    select
        returns_with_arrival.month,
        returns_with_arrival.region,
        returns_with_arrival.manager_id,
        cast(count(*) as bigint) as return_count,
        cast(
            count(*) filter (where returns_with_arrival.is_matched) as bigint
        ) as matched_return_count,
        cast(sum(returns_with_arrival.quantity) as decimal(38, 3))
            as returned_quantity,
        cast(
            coalesce(sum(returns_with_arrival.amount), 0) as decimal(38, 4)
        ) as returned_amount

    from returns_with_arrival
    group by 1, 2, 3

),

cells as (

    select
        shipped_per_cell.month,
        shipped_per_cell.region,
        shipped_per_cell.manager_id

    from shipped_per_cell

    union

    select
        returned_per_cell.month,
        returned_per_cell.region,
        returned_per_cell.manager_id

    from returned_per_cell

),

last_days as (

    select
        calendar.month,
        max(calendar.day) as last_day

    from calendar
    group by 1

),

cells_with_rates as (

    select
        cells.month,
        cells.region,
        cells.manager_id,
        coalesce(
            shipped_per_cell.shipped_quantity, cast(0 as decimal(38, 3))
        ) as shipped_quantity,
        coalesce(
            shipped_per_cell.shipped_amount, cast(0 as decimal(38, 4))
        ) as shipped_amount,
        coalesce(returned_per_cell.return_count, 0) as return_count,
        coalesce(returned_per_cell.matched_return_count, 0)
            as matched_return_count,
        coalesce(
            returned_per_cell.returned_quantity, cast(0 as decimal(38, 3))
        ) as returned_quantity,
        coalesce(
            returned_per_cell.returned_amount, cast(0 as decimal(38, 4))
        ) as returned_amount,
        case
            when shipped_per_cell.shipped_quantity > 0
                then
                    cast(
                        coalesce(
                            returned_per_cell.returned_quantity,
                            cast(0 as decimal(38, 3))
                        ) as double
                    )
                    / nullif(
                        cast(shipped_per_cell.shipped_quantity as double), 0
                    )
        end as return_rate_quantity,
        case
            when shipped_per_cell.shipped_amount > 0
                then
                    cast(
                        coalesce(
                            returned_per_cell.returned_amount,
                            cast(0 as decimal(38, 4))
                        ) as double
                    )
                    / nullif(
                        cast(shipped_per_cell.shipped_amount as double), 0
                    )
        end as return_rate_amount,
        usual_lag.lag_days as usual_lag_days,
        coalesce(
            date_diff(
                'day', cast(last_days.last_day as date), clock.as_of_date
            ) >= usual_lag.lag_days,
            last_days.last_day <= clock.as_of_date,
            false
        ) as is_mature,
        clock.as_of_date

    from cells
    cross join clock
    cross join usual_lag
    left join shipped_per_cell
        on
            cells.month = shipped_per_cell.month
            and cells.region = shipped_per_cell.region
            and cells.manager_id = shipped_per_cell.manager_id
    left join returned_per_cell
        on
            cells.month = returned_per_cell.month
            and cells.region = returned_per_cell.region
            and cells.manager_id = returned_per_cell.manager_id
    left join last_days on cells.month = last_days.month

),

cells_with_flag as (

    select
        cells_with_rates.month,
        cells_with_rates.region,
        cells_with_rates.manager_id,
        cells_with_rates.shipped_quantity,
        cells_with_rates.shipped_amount,
        cells_with_rates.return_count,
        cells_with_rates.matched_return_count,
        cells_with_rates.returned_quantity,
        cells_with_rates.returned_amount,
        cells_with_rates.return_rate_quantity,
        cells_with_rates.return_rate_amount,
        cells_with_rates.usual_lag_days,
        cells_with_rates.is_mature,
        case
            when cells_with_rates.return_rate_quantity is null
                then 'nothing_shipped'
            when not cells_with_rates.is_mature then 'immature'
            else 'ok'
        end as quality_flag,
        cells_with_rates.as_of_date

    from cells_with_rates

)

select * from cells_with_flag
