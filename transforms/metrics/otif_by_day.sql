-- One row per day due, region, manager and carrier: lines on time, in full,
-- both. The same lines as by month, of each day.
--
-- grain    day due, region, manager, carrier
-- key      due_date, region, manager_id, carrier
-- answers  Did we deliver what was due these days?

with

line_deliveries as (

    select * from metrics.line_deliveries

),

lines_per_cell as (

    select
        line_deliveries.due_date,
        line_deliveries.due_month,
        line_deliveries.region,
        line_deliveries.manager_id,
        line_deliveries.carrier,
        cast(count(*) as bigint) as lines_due_count,
        cast(
            count(*) filter (where line_deliveries.is_on_time) as bigint
        ) as on_time_count,
        cast(
            count(*) filter (where line_deliveries.is_in_full) as bigint
        ) as in_full_count,
        cast(
            count(*) filter (where line_deliveries.is_otif) as bigint
        ) as otif_count,
        cast(
            count(*) filter (where not line_deliveries.is_delivered) as bigint
        ) as undelivered_count

    from line_deliveries
    group by 1, 2, 3, 4, 5

)

select * from lines_per_cell
