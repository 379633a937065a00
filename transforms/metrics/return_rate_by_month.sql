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

returned_orders as (

    select * from metrics.returned_orders

),

return_months as (

    select * from metrics.return_months

),

clock as (

    select * from meta.clock

),

usual_lag as (

    select max(return_months.usual_lag_days) as lag_days

    from return_months
    where return_months.basis = 'order'

),

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

    from orders
    where orders.is_delivered

    union all

    select
        returned_orders.month,
        returned_orders.region,
        returned_orders.manager_id,
        0 as shipped_quantity,
        0 as shipped_amount,
        1 as return_count,
        case when returned_orders.is_matched then 1 else 0 end
            as matched_return_count,
        returned_orders.quantity as returned_quantity,
        returned_orders.amount as returned_amount

    from returned_orders

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

    select return_months.month

    from return_months
    where
        return_months.basis = 'order'
        and return_months.is_mature

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
            when
                cells.shipped_quantity > 0
                and cells.returned_quantity <= cells.shipped_quantity
                then
                    cast(cells.returned_quantity as double)
                    / nullif(cast(cells.shipped_quantity as double), 0)
        end as return_rate_quantity,
        case
            when
                cells.shipped_amount > 0
                and cells.returned_amount <= cells.shipped_amount
                then
                    cast(cells.returned_amount as double)
                    / nullif(cast(cells.shipped_amount as double), 0)
        end as return_rate_amount,
        usual_lag.lag_days as usual_lag_days,
        mature_months.month is not null as is_mature,
        case
            when cells.shipped_quantity <= 0 then 'nothing_shipped'
            when
                cells.returned_quantity > cells.shipped_quantity
                or cells.returned_amount > cells.shipped_amount
                then 'more_than_shipped'
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
