-- One row per month due, region, manager and carrier: orders whose lines all
-- arrived on time and in full. An order is due with the last of its lines that
-- are due by the as-of day, and one bad line fails it. Lines of several
-- carriers make it an order of `several`.
--
-- grain    month due, region, manager, carrier
-- key      due_month, region, manager_id, carrier
-- answers  How many orders, not lines, arrive as the client asked?

with

line_deliveries as (

    select * from metrics.line_deliveries

),

settings as (

    select * from meta.settings

),

clock as (

    select * from meta.clock

),

orders_due as (

    select
        line_deliveries.order_id,
        max(line_deliveries.due_month) as due_month,
        max(line_deliveries.region) as region,
        max(line_deliveries.manager_id) as manager_id,
        min(line_deliveries.carrier) as first_carrier,
        max(line_deliveries.carrier) as last_carrier,
        count(*) filter (where not line_deliveries.is_on_time)
            as late_line_count,
        count(*) filter (where not line_deliveries.is_otif)
            as failed_line_count

    from line_deliveries
    group by 1

),

orders_per_cell as (

    select
        orders_due.due_month,
        orders_due.region,
        orders_due.manager_id,
        case
            when orders_due.first_carrier = orders_due.last_carrier
                then orders_due.last_carrier
            else 'several'
        end as carrier,
        count(*) as order_count,
        count(*) filter (where orders_due.late_line_count = 0)
            as on_time_order_count,
        count(*) filter (where orders_due.failed_line_count = 0)
            as otif_order_count

    from orders_due
    group by 1, 2, 3, 4

),

orders_with_spread as (

    select
        orders_per_cell.due_month,
        orders_per_cell.region,
        orders_per_cell.manager_id,
        orders_per_cell.carrier,
        orders_per_cell.order_count,
        orders_per_cell.on_time_order_count,
        orders_per_cell.otif_order_count,
        cast(orders_per_cell.order_count as double) as due,
        cast(orders_per_cell.otif_order_count as double) as kept,
        1.959964e0 * sqrt(
            cast(
                orders_per_cell.otif_order_count * (
                    orders_per_cell.order_count
                    - orders_per_cell.otif_order_count
                ) as double
            )
            / nullif(cast(orders_per_cell.order_count as double), 0)
            + 0.960364720324e0
        ) as spread

    from orders_per_cell

),

orders_with_rate as (

    select
        orders_with_spread.due_month,
        orders_with_spread.region,
        orders_with_spread.manager_id,
        orders_with_spread.carrier,
        cast(orders_with_spread.order_count as bigint) as orders_due_count,
        cast(orders_with_spread.on_time_order_count as bigint)
            as on_time_order_count,
        cast(orders_with_spread.otif_order_count as bigint)
            as otif_order_count,
        cast(orders_with_spread.kept as double)
        / nullif(orders_with_spread.due, 0) as otif_rate,
        case
            when orders_with_spread.kept = 0 then 0e0
            else cast(
                orders_with_spread.kept + 1.920729440648e0
                - orders_with_spread.spread as double
            )
            / nullif(orders_with_spread.due + 3.841458881296e0, 0)
        end as otif_lower,
        case
            when orders_with_spread.kept = orders_with_spread.due then 1e0
            else cast(
                orders_with_spread.kept + 1.920729440648e0
                + orders_with_spread.spread as double
            )
            / nullif(orders_with_spread.due + 3.841458881296e0, 0)
        end as otif_upper,
        'order' as otif_level,
        cast(settings.otif_early_days as bigint) as early_days,
        cast(settings.otif_late_days as bigint) as late_days,
        case
            when orders_with_spread.order_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from orders_with_spread
    cross join settings
    cross join clock

)

select * from orders_with_rate
