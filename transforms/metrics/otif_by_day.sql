-- One row per day due, region, manager and carrier: lines on time, in full,
-- both. Months are summed from these days. The least and the greatest basis of
-- dates and arrivals tell whether all lines have the same.
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
        ) as undelivered_count,
        cast(
            sum(line_deliveries.ordered_quantity) as decimal(38, 3)
        ) as quantity_ordered,
        cast(
            sum(
                case
                    when line_deliveries.is_cancelled_by_supplier then 0
                    when
                        line_deliveries.delivered_by_deadline_quantity
                        > line_deliveries.ordered_quantity
                        then line_deliveries.ordered_quantity
                    else line_deliveries.delivered_by_deadline_quantity
                end
            ) as decimal(38, 3)
        ) as quantity_on_time,
        min(line_deliveries.basis) as first_basis,
        max(line_deliveries.basis) as last_basis,
        min(line_deliveries.arrival_basis) filter (
            where line_deliveries.arrival_basis <> 'none'
        ) as first_arrival_basis,
        max(line_deliveries.arrival_basis) filter (
            where line_deliveries.arrival_basis <> 'none'
        ) as last_arrival_basis

    from line_deliveries
    group by 1, 2, 3, 4, 5

)

select * from lines_per_cell
