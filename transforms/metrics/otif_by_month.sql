-- One row per month due, region, manager and carrier: lines on time, in full,
-- both. OTIF counts lines that are both; it is not the product of the two
-- rates. The definition is part of the row: level, basis of the date,
-- tolerances.
--
-- grain    month due, region, manager, carrier
-- key      due_month, region, manager_id, carrier
-- answers  Do we deliver what was asked, when it was asked?

with

otif_by_day as (

    select * from metrics.otif_by_day

),

settings as (

    select * from meta.settings

),

clock as (

    select * from meta.clock

),

lines_per_cell as (

    select
        otif_by_day.due_month,
        otif_by_day.region,
        otif_by_day.manager_id,
        otif_by_day.carrier,
        cast(sum(otif_by_day.lines_due_count) as bigint) as lines_due_count,
        cast(sum(otif_by_day.on_time_count) as bigint) as on_time_count,
        cast(sum(otif_by_day.in_full_count) as bigint) as in_full_count,
        cast(sum(otif_by_day.otif_count) as bigint) as otif_count,
        cast(sum(otif_by_day.undelivered_count) as bigint) as undelivered_count,
        cast(sum(otif_by_day.quantity_ordered) as decimal(38, 3))
            as quantity_ordered,
        cast(sum(otif_by_day.quantity_on_time) as decimal(38, 3))
            as quantity_on_time,
        min(otif_by_day.first_basis) as first_basis,
        max(otif_by_day.last_basis) as last_basis,
        min(otif_by_day.first_arrival_basis) as first_arrival_basis,
        max(otif_by_day.last_arrival_basis) as last_arrival_basis

    from otif_by_day
    group by 1, 2, 3, 4

),

rates_per_cell as (

    select
        lines_per_cell.due_month,
        lines_per_cell.region,
        lines_per_cell.manager_id,
        lines_per_cell.carrier,
        lines_per_cell.lines_due_count,
        lines_per_cell.on_time_count,
        lines_per_cell.in_full_count,
        lines_per_cell.otif_count,
        lines_per_cell.undelivered_count,
        lines_per_cell.quantity_ordered,
        lines_per_cell.quantity_on_time,
        lines_per_cell.first_basis,
        lines_per_cell.last_basis,
        lines_per_cell.first_arrival_basis,
        lines_per_cell.last_arrival_basis,
        cast(lines_per_cell.on_time_count as double)
        / nullif(cast(lines_per_cell.lines_due_count as double), 0)
            as on_time_rate,
        cast(lines_per_cell.in_full_count as double)
        / nullif(cast(lines_per_cell.lines_due_count as double), 0)
            as in_full_rate,
        cast(lines_per_cell.otif_count as double)
        / nullif(cast(lines_per_cell.lines_due_count as double), 0)
            as otif_rate,
        cast(lines_per_cell.quantity_on_time as double)
        / nullif(cast(lines_per_cell.quantity_ordered as double), 0)
            as fill_rate,
        cast(lines_per_cell.lines_due_count as double) as due_size,
        cast(lines_per_cell.otif_count as double) as otif_size,
        1.959964e0 * 1.959964e0 as squared_z

    from lines_per_cell

),

-- Wilson's score interval of k in n: centre (k + z²/2) / (n + z²), half width
-- z √(k (n - k) / n + z²/4) / (n + z²).
rates_with_wilson as (

    select
        rates_per_cell.due_month,
        rates_per_cell.region,
        rates_per_cell.manager_id,
        rates_per_cell.carrier,
        rates_per_cell.lines_due_count,
        rates_per_cell.on_time_count,
        rates_per_cell.in_full_count,
        rates_per_cell.otif_count,
        rates_per_cell.undelivered_count,
        rates_per_cell.quantity_ordered,
        rates_per_cell.quantity_on_time,
        rates_per_cell.first_basis,
        rates_per_cell.last_basis,
        rates_per_cell.first_arrival_basis,
        rates_per_cell.last_arrival_basis,
        rates_per_cell.on_time_rate,
        rates_per_cell.in_full_rate,
        rates_per_cell.otif_rate,
        rates_per_cell.fill_rate,
        cast(
            rates_per_cell.otif_size + rates_per_cell.squared_z * 0.5e0
            as double
        ) / nullif(rates_per_cell.due_size + rates_per_cell.squared_z, 0)
            as centre,
        cast(
            1.959964e0 * sqrt(
                cast(
                    rates_per_cell.otif_size
                    * (rates_per_cell.due_size - rates_per_cell.otif_size)
                    as double
                ) / nullif(rates_per_cell.due_size, 0)
                + rates_per_cell.squared_z * 0.25e0
            ) as double
        ) / nullif(rates_per_cell.due_size + rates_per_cell.squared_z, 0)
            as half_width

    from rates_per_cell

),

rates_with_interval as (

    select
        rates_with_wilson.due_month,
        rates_with_wilson.region,
        rates_with_wilson.manager_id,
        rates_with_wilson.carrier,
        rates_with_wilson.lines_due_count,
        rates_with_wilson.on_time_count,
        rates_with_wilson.in_full_count,
        rates_with_wilson.otif_count,
        rates_with_wilson.undelivered_count,
        rates_with_wilson.quantity_ordered,
        rates_with_wilson.quantity_on_time,
        rates_with_wilson.on_time_rate,
        rates_with_wilson.in_full_rate,
        rates_with_wilson.otif_rate,
        rates_with_wilson.fill_rate,
        case
            when rates_with_wilson.otif_count = 0 then 0e0
            else rates_with_wilson.centre - rates_with_wilson.half_width
        end as otif_lower,
        case
            when
                rates_with_wilson.otif_count
                = rates_with_wilson.lines_due_count
                then 1e0
            else rates_with_wilson.centre + rates_with_wilson.half_width
        end as otif_upper,
        'line' as otif_level,
        case
            when rates_with_wilson.first_basis = rates_with_wilson.last_basis
                then rates_with_wilson.first_basis
            else 'mixed'
        end as date_basis,
        case
            when rates_with_wilson.first_arrival_basis is null then 'none'
            when
                rates_with_wilson.first_arrival_basis
                = rates_with_wilson.last_arrival_basis
                then rates_with_wilson.first_arrival_basis
            else 'mixed'
        end as arrival_basis,
        cast(settings.otif_early_days as bigint) as early_days,
        cast(settings.otif_late_days as bigint) as late_days,
        cast(settings.otif_quantity_tolerance_share as double)
            as quantity_tolerance_share,
        case
            when rates_with_wilson.lines_due_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from rates_with_wilson
    cross join settings
    cross join clock

)

select * from rates_with_interval
