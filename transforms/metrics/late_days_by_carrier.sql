-- One row per carrier: how late its late lines are. Undelivered lines are in,
-- with the days that have passed so far; lines cancelled by the supplier were
-- never given to a carrier and are out.
--
-- grain    carrier
-- key      carrier
-- answers  Which carrier is late, and by how much?

with

line_deliveries as (

    select * from metrics.line_deliveries

),

clock as (

    select * from meta.clock

),

lines_per_day_count as (

    select
        line_deliveries.carrier,
        case
            when line_deliveries.is_late then line_deliveries.late_days
        end as late_days,
        count(*) as line_count,
        count(*) filter (
            where not line_deliveries.is_delivered
        ) as undelivered_count

    from line_deliveries
    where not line_deliveries.is_cancelled_by_supplier
    group by 1, 2

),

carriers as (

    select
        lines_per_day_count.carrier,
        cast(sum(lines_per_day_count.line_count) as bigint) as lines_due_count,
        cast(
            coalesce(
                sum(lines_per_day_count.line_count) filter (
                    where lines_per_day_count.late_days is not null
                ),
                0
            ) as bigint
        ) as late_line_count,
        cast(
            coalesce(
                sum(lines_per_day_count.undelivered_count) filter (
                    where lines_per_day_count.late_days is not null
                ),
                0
            ) as bigint
        ) as undelivered_line_count,
        max(lines_per_day_count.late_days) as late_days_max

    from lines_per_day_count
    group by 1

),

late_days_cumulated as (

    select
        lines_per_day_count.carrier,
        lines_per_day_count.late_days,
        sum(lines_per_day_count.line_count) over (
            partition by lines_per_day_count.carrier
            order by lines_per_day_count.late_days asc nulls last
            rows between unbounded preceding and current row
        ) as cumulative_count

    from lines_per_day_count
    where lines_per_day_count.late_days is not null

),

quantile_ranks as (

    select
        carriers.carrier,
        carriers.late_line_count,
        floor(cast(carriers.late_line_count - 1 as double) * 0.5e0) + 1e0
            as p50_rank,
        cast(carriers.late_line_count - 1 as double) * 0.5e0
        - floor(cast(carriers.late_line_count - 1 as double) * 0.5e0)
            as p50_fraction,
        floor(cast(carriers.late_line_count - 1 as double) * 0.9e0) + 1e0
            as p90_rank,
        cast(carriers.late_line_count - 1 as double) * 0.9e0
        - floor(cast(carriers.late_line_count - 1 as double) * 0.9e0)
            as p90_fraction

    from carriers

),

values_at_ranks as (

    select
        quantile_ranks.carrier,
        quantile_ranks.p50_fraction,
        quantile_ranks.p90_fraction,
        min(late_days_cumulated.late_days) filter (
            where
                cast(late_days_cumulated.cumulative_count as double)
                >= quantile_ranks.p50_rank
        ) as p50_below,
        min(late_days_cumulated.late_days) filter (
            where
                cast(late_days_cumulated.cumulative_count as double)
                >= quantile_ranks.p50_rank + 1e0
        ) as p50_above,
        min(late_days_cumulated.late_days) filter (
            where
                cast(late_days_cumulated.cumulative_count as double)
                >= quantile_ranks.p90_rank
        ) as p90_below,
        min(late_days_cumulated.late_days) filter (
            where
                cast(late_days_cumulated.cumulative_count as double)
                >= quantile_ranks.p90_rank + 1e0
        ) as p90_above

    from quantile_ranks
    inner join late_days_cumulated
        on quantile_ranks.carrier = late_days_cumulated.carrier
    group by 1, 2, 3

),

carriers_with_quantiles as (

    select
        carriers.carrier,
        carriers.lines_due_count,
        carriers.late_line_count,
        carriers.undelivered_line_count,
        cast(carriers.late_line_count as double)
        / nullif(cast(carriers.lines_due_count as double), 0) as late_rate,
        cast(values_at_ranks.p50_below as double)
        + values_at_ranks.p50_fraction
        * cast(
            coalesce(values_at_ranks.p50_above, values_at_ranks.p50_below)
            - values_at_ranks.p50_below as double
        ) as late_days_p50,
        cast(values_at_ranks.p90_below as double)
        + values_at_ranks.p90_fraction
        * cast(
            coalesce(values_at_ranks.p90_above, values_at_ranks.p90_below)
            - values_at_ranks.p90_below as double
        ) as late_days_p90,
        carriers.late_days_max,
        case
            when carriers.late_line_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from carriers
    cross join clock
    left join values_at_ranks on carriers.carrier = values_at_ranks.carrier

)

select * from carriers_with_quantiles
