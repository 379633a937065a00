-- One row per cut-off and history that clients share: what churn models are
-- fitted on.
--
-- grain    cut-off, year of the first purchase, repeat purchases, cell of
--          recency and age
-- key      cut_number, cohort_year, repeat_count, recency_cell, age_cell
-- answers  How many clients have the same past?
--
-- A cell is a day; above 30,000 clients it is a week, and its recency and age
-- are the means of its clients. Only fits are made from it, no client's score.

with

base as (

    select * from metrics.churn_base

),

client_counts as (

    select
        base.cut_number,
        cast(
            case when count(*) > 30000 then 7 else 1 end as bigint
        ) as cell_days

    from base
    group by 1

),

base_in_cells as (

    select
        base.cut_number,
        base.cohort_year,
        base.repeat_count,
        cast(
            floor(
                cast(base.recency_days as double)
                / nullif(cast(client_counts.cell_days as double), 0)
            ) as bigint
        ) as recency_cell,
        cast(
            floor(
                cast(base.age_days as double)
                / nullif(cast(client_counts.cell_days as double), 0)
            ) as bigint
        ) as age_cell,
        client_counts.cell_days,
        base.recency_days,
        base.age_days

    from base
    inner join client_counts
        on base.cut_number = client_counts.cut_number

),

histories as (

    select
        base_in_cells.cut_number,
        base_in_cells.cohort_year,
        base_in_cells.repeat_count,
        base_in_cells.recency_cell,
        base_in_cells.age_cell,
        base_in_cells.cell_days,
        avg(cast(base_in_cells.recency_days as double)) / 7 as recency_weeks,
        avg(cast(base_in_cells.age_days as double)) / 7 as age_weeks,
        cast(count(*) as bigint) as client_count

    from base_in_cells
    group by 1, 2, 3, 4, 5, 6

)

select * from histories
