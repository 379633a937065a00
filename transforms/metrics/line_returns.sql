-- One row per month lines were shipped, region, manager and product: what left
-- and how much of it came back. A return counts in the month its line was first
-- shipped, not when it came back; one of an unknown line in its own. Months
-- younger than the time in which 95 % of returns come back are not mature: more
-- will come.
--
-- grain    month of shipment, region, manager, product
-- key      month, region, manager_id, product_id
-- answers  Which products come back, and whose?
--
-- A shipment without a quantity is all of its line, or of its order; several of
-- them count once. A shipment of a whole order with a quantity is spread over
-- the lines in proportion to what was ordered. Cancelled lines are left out on
-- both sides.

with

order_lines as (

    select * from marts.order_lines

),

orders as (

    select * from marts.orders

),

shipments as (

    select * from marts.shipments

),

returned_lines as (

    select * from metrics.returned_lines

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

),

line_shipments as (

    select
        shipments.order_line_id,
        coalesce(shipments.shipped_date, shipments.delivered_date)
            as shipped_date,
        shipments.quantity

    from shipments
    where
        shipments.order_line_id is not null
        and shipments.quantity is not null
        and coalesce(shipments.shipped_date, shipments.delivered_date)
        is not null

),

-- Marts read a second time are read directly: an import read twice is kept in
-- memory whole.
whole_shipments as (

    select
        shipments.order_id,
        shipments.order_line_id,
        min(coalesce(shipments.shipped_date, shipments.delivered_date))
            as shipped_date

    from marts.shipments
    where shipments.quantity is null
    group by 1, 2

),

orders_in_part as (

    select
        shipments.order_id,
        coalesce(shipments.shipped_date, shipments.delivered_date)
            as shipped_date,
        case
            when shipments.quantity < orders.quantity
                then
                    cast(shipments.quantity as double)
                    / nullif(cast(orders.quantity as double), 0)
            else 1e0
        end as covered_share

    from marts.shipments
    left join orders on shipments.order_id = orders.order_id
    where
        shipments.order_line_id is null
        and shipments.quantity is not null
        and coalesce(shipments.shipped_date, shipments.delivered_date)
        is not null

),

shipped_lines as (

    select
        line_shipments.shipped_date,
        order_lines.region,
        order_lines.manager_id,
        order_lines.product_id,
        line_shipments.quantity,
        case
            when line_shipments.quantity = order_lines.quantity
                then order_lines.net_amount
            else cast(
                cast(order_lines.net_amount as double)
                * cast(line_shipments.quantity as double)
                / nullif(cast(order_lines.quantity as double), 0)
                as decimal(18, 4)
            )
        end as net_amount

    from line_shipments
    inner join order_lines
        on line_shipments.order_line_id = order_lines.order_line_id
    where not order_lines.is_cancelled

    union all

    select
        whole_shipments.shipped_date,
        order_lines.region,
        order_lines.manager_id,
        order_lines.product_id,
        order_lines.quantity,
        order_lines.net_amount

    from whole_shipments
    inner join marts.order_lines
        on whole_shipments.order_line_id = order_lines.order_line_id
    where
        whole_shipments.shipped_date is not null
        and not order_lines.is_cancelled

    union all

    select
        whole_shipments.shipped_date,
        order_lines.region,
        order_lines.manager_id,
        order_lines.product_id,
        order_lines.quantity,
        order_lines.net_amount

    from whole_shipments
    inner join marts.order_lines
        on whole_shipments.order_id = order_lines.order_id
    where
        whole_shipments.order_line_id is null
        and whole_shipments.shipped_date is not null
        and not order_lines.is_cancelled

    union all

    select
        orders_in_part.shipped_date,
        order_lines.region,
        order_lines.manager_id,
        order_lines.product_id,
        cast(
            cast(order_lines.quantity as double) * orders_in_part.covered_share
            as decimal(18, 3)
        ) as quantity,
        cast(
            cast(order_lines.net_amount as double)
            * orders_in_part.covered_share as decimal(18, 4)
        ) as net_amount

    from orders_in_part
    inner join marts.order_lines
        on orders_in_part.order_id = order_lines.order_id
    where not order_lines.is_cancelled

),

shipped_per_cell as (

    select
        cast(date_trunc('month', shipped_lines.shipped_date) as date) as month,
        shipped_lines.region,
        coalesce(shipped_lines.manager_id, 'unknown') as manager_id,
        coalesce(shipped_lines.product_id, 'unknown') as product_id,
        cast(count(*) as bigint) as shipment_count,
        cast(sum(shipped_lines.quantity) as decimal(38, 3))
            as shipped_quantity,
        cast(coalesce(sum(shipped_lines.net_amount), 0) as decimal(38, 4))
            as shipped_amount

    from shipped_lines
    group by 1, 2, 3, 4

),

returned_per_cell as (

    select
        returned_lines.month,
        returned_lines.region,
        returned_lines.manager_id,
        returned_lines.product_id,
        cast(count(*) as bigint) as return_count,
        cast(
            count(*) filter (where returned_lines.is_matched) as bigint
        ) as matched_return_count,
        cast(sum(returned_lines.quantity) as decimal(38, 3))
            as returned_quantity,
        cast(coalesce(sum(returned_lines.amount), 0) as decimal(38, 4))
            as returned_amount

    from returned_lines
    group by 1, 2, 3, 4

),

both_per_cell as (

    select
        shipped_per_cell.month,
        shipped_per_cell.region,
        shipped_per_cell.manager_id,
        shipped_per_cell.product_id,
        shipped_per_cell.shipment_count,
        shipped_per_cell.shipped_quantity,
        shipped_per_cell.shipped_amount,
        cast(0 as bigint) as return_count,
        cast(0 as bigint) as matched_return_count,
        cast(0 as decimal(38, 3)) as returned_quantity,
        cast(0 as decimal(38, 4)) as returned_amount

    from shipped_per_cell

    union all

    select
        returned_per_cell.month,
        returned_per_cell.region,
        returned_per_cell.manager_id,
        returned_per_cell.product_id,
        cast(0 as bigint) as shipment_count,
        cast(0 as decimal(38, 3)) as shipped_quantity,
        cast(0 as decimal(38, 4)) as shipped_amount,
        returned_per_cell.return_count,
        returned_per_cell.matched_return_count,
        returned_per_cell.returned_quantity,
        returned_per_cell.returned_amount

    from returned_per_cell

),

cells as (

    select
        both_per_cell.month,
        both_per_cell.region,
        both_per_cell.manager_id,
        both_per_cell.product_id,
        cast(sum(both_per_cell.shipment_count) as bigint) as shipment_count,
        cast(sum(both_per_cell.shipped_quantity) as decimal(38, 3))
            as shipped_quantity,
        cast(sum(both_per_cell.shipped_amount) as decimal(38, 4))
            as shipped_amount,
        cast(sum(both_per_cell.return_count) as bigint) as return_count,
        cast(sum(both_per_cell.matched_return_count) as bigint)
            as matched_return_count,
        cast(sum(both_per_cell.returned_quantity) as decimal(38, 3))
            as returned_quantity,
        cast(sum(both_per_cell.returned_amount) as decimal(38, 4))
            as returned_amount

    from both_per_cell
    group by 1, 2, 3, 4

),

lags_in_order as (

    select
        returned_lines.lag_days,
        row_number() over (
            order by
                returned_lines.lag_days asc nulls last,
                returned_lines.return_id asc nulls last
        ) as lag_rank,
        count(*) over () as lag_count

    from returned_lines
    where returned_lines.lag_days is not null

),

usual_lag as (

    select min(lags_in_order.lag_days) as lag_days

    from lags_in_order
    where lags_in_order.lag_rank * 100 >= lags_in_order.lag_count * 95

),

month_ends as (

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
        cells.product_id,
        cells.shipment_count,
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
        coalesce(
            date_diff(
                'day', cast(month_ends.last_day as date), clock.as_of_date
            ) >= usual_lag.lag_days,
            month_ends.last_day <= clock.as_of_date,
            false
        ) as is_mature,
        clock.as_of_date

    from cells
    cross join clock
    cross join usual_lag
    left join month_ends on cells.month = month_ends.month

),

cells_with_flag as (

    select
        cells_with_rates.month,
        cells_with_rates.region,
        cells_with_rates.manager_id,
        cells_with_rates.product_id,
        cells_with_rates.shipment_count,
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
