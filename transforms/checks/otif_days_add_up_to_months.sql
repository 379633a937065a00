-- The lines due on the days of a month are those due in it.
-- severity error

with

otif_by_day as (

    select * from metrics.otif_by_day

),

otif_by_month as (

    select * from metrics.otif_by_month

),

lines_by_day_and_month as (

    select
        otif_by_day.due_month,
        otif_by_day.region,
        otif_by_day.manager_id,
        otif_by_day.carrier,
        otif_by_day.lines_due_count as day_lines_due_count,
        otif_by_day.on_time_count as day_on_time_count,
        otif_by_day.otif_count as day_otif_count,
        cast(0 as bigint) as month_lines_due_count,
        cast(0 as bigint) as month_on_time_count,
        cast(0 as bigint) as month_otif_count

    from otif_by_day

    union all

    select
        otif_by_month.due_month,
        otif_by_month.region,
        otif_by_month.manager_id,
        otif_by_month.carrier,
        cast(0 as bigint) as day_lines_due_count,
        cast(0 as bigint) as day_on_time_count,
        cast(0 as bigint) as day_otif_count,
        otif_by_month.lines_due_count as month_lines_due_count,
        otif_by_month.on_time_count as month_on_time_count,
        otif_by_month.otif_count as month_otif_count

    from otif_by_month

),

months_added_up as (

    select
        lines_by_day_and_month.due_month,
        lines_by_day_and_month.region,
        lines_by_day_and_month.manager_id,
        lines_by_day_and_month.carrier,
        sum(lines_by_day_and_month.day_lines_due_count)
            as day_lines_due_count,
        sum(lines_by_day_and_month.month_lines_due_count)
            as month_lines_due_count,
        sum(lines_by_day_and_month.day_on_time_count) as day_on_time_count,
        sum(lines_by_day_and_month.month_on_time_count)
            as month_on_time_count,
        sum(lines_by_day_and_month.day_otif_count) as day_otif_count,
        sum(lines_by_day_and_month.month_otif_count) as month_otif_count

    from lines_by_day_and_month
    group by 1, 2, 3, 4

),

months_that_differ as (

    select
        months_added_up.due_month,
        months_added_up.region,
        months_added_up.manager_id,
        months_added_up.carrier,
        months_added_up.day_lines_due_count,
        months_added_up.month_lines_due_count,
        months_added_up.day_on_time_count,
        months_added_up.month_on_time_count,
        months_added_up.day_otif_count,
        months_added_up.month_otif_count

    from months_added_up
    where
        months_added_up.day_lines_due_count
        <> months_added_up.month_lines_due_count
        or months_added_up.day_on_time_count
        <> months_added_up.month_on_time_count
        or months_added_up.day_otif_count <> months_added_up.month_otif_count

)

select * from months_that_differ
