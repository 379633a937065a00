-- One row per history that clients share: what orders are expected for.
--
-- grain    cut-off, year of the first purchase, repeat purchases, cell of
--          recency and age
-- key      cut_number, cohort_year, repeat_count, recency_cell, age_cell
-- answers  How many clients have the same past?
--
-- Of the as-of day every history stands to the day; of the hold-out a year back
-- in the cells of the fit.

with

base as (

    select * from metrics.churn_base

),

histories as (

    select * from metrics.churn_histories

),

histories_to_expect as (

    select
        base.cut_number,
        base.cohort_year,
        base.repeat_count,
        base.recency_days as recency_cell,
        base.age_days as age_cell,
        cast(base.recency_days as double) / 7 as recency_weeks,
        cast(base.age_days as double) / 7 as age_weeks

    from base
    where base.cut_number = 0
    group by 1, 2, 3, 4, 5

    union all

    select
        histories.cut_number,
        histories.cohort_year,
        histories.repeat_count,
        histories.recency_cell,
        histories.age_cell,
        histories.recency_weeks,
        histories.age_weeks

    from histories
    where histories.cut_number = 4

)

select * from histories_to_expect
