-- Every line due is counted once, and OTIF is both on time and in full.
-- severity error

with

otif_by_month as (

    select * from metrics.otif_by_month

),

line_deliveries as (

    select * from metrics.line_deliveries

),

month_totals as (

    select
        cast(coalesce(sum(otif_by_month.lines_due_count), 0) as bigint)
            as lines_due_count,
        cast(coalesce(sum(otif_by_month.otif_count), 0) as bigint)
            as otif_count

    from otif_by_month

),

line_totals as (

    select
        cast(count(*) as bigint) as lines_due_count,
        cast(
            count(*) filter (
                where
                    line_deliveries.is_on_time
                    and line_deliveries.is_in_full
            ) as bigint
        ) as otif_count

    from line_deliveries

),

totals_that_differ as (

    select
        month_totals.lines_due_count as month_lines_due_count,
        line_totals.lines_due_count,
        month_totals.otif_count as month_otif_count,
        line_totals.otif_count

    from month_totals
    cross join line_totals
    where
        month_totals.lines_due_count <> line_totals.lines_due_count
        or month_totals.otif_count <> line_totals.otif_count

)

select * from totals_that_differ
