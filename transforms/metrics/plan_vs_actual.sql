-- One row per month and cell of the plan (metrics.plan_cells): target against
-- net sales, held also against the days gone. A month without any plan has its
-- sales without a target.
--
-- grain    month and the dimensions the plan of the month splits by
-- key      month, plan_grain, region, manager_id, direction
-- answers  Are we on plan, where not, and where will the month end?

with

plan_cells as (

    select * from metrics.plan_cells

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

),

months_of_calendar as (

    select
        calendar.month,
        max(calendar.day) as last_day,
        cast(
            count(*) filter (where calendar.is_working_day) as bigint
        ) as working_days,
        cast(
            count(*) filter (
                where
                    calendar.is_working_day
                    and calendar.day <= clock.as_of_date
            ) as bigint
        ) as working_days_elapsed

    from calendar
    cross join clock
    group by 1

),

cells_with_days as (

    select
        plan_cells.month,
        plan_cells.region,
        plan_cells.manager_id,
        plan_cells.direction,
        plan_cells.plan_grain,
        plan_cells.has_region,
        plan_cells.has_manager,
        plan_cells.has_direction,
        plan_cells.is_total_grain,
        plan_cells.plan_amount,
        plan_cells.actual_amount,
        plan_cells.previous_year_amount,
        coalesce(months_of_calendar.working_days, 0) as working_days,
        coalesce(months_of_calendar.working_days_elapsed, 0)
            as working_days_elapsed,
        plan_cells.month <= clock.as_of_date as has_begun,
        coalesce(
            months_of_calendar.last_day <= clock.as_of_date,
            plan_cells.month <= clock.as_of_date
        ) as is_complete,
        clock.as_of_date

    from plan_cells
    cross join clock
    left join months_of_calendar
        on plan_cells.month = months_of_calendar.month

),

cells_with_plan_to_date as (

    select
        cells_with_days.month,
        cells_with_days.region,
        cells_with_days.manager_id,
        cells_with_days.direction,
        cells_with_days.plan_grain,
        cells_with_days.has_region,
        cells_with_days.has_manager,
        cells_with_days.has_direction,
        cells_with_days.is_total_grain,
        cells_with_days.plan_amount,
        cells_with_days.actual_amount,
        cells_with_days.previous_year_amount,
        cells_with_days.working_days,
        cells_with_days.working_days_elapsed,
        cells_with_days.has_begun,
        cells_with_days.is_complete,
        cells_with_days.as_of_date,
        case
            when cells_with_days.is_complete then cells_with_days.plan_amount
            else cast(
                cast(cells_with_days.plan_amount as double)
                * cast(cells_with_days.working_days_elapsed as double)
                / nullif(cast(cells_with_days.working_days as double), 0)
                as decimal(38, 4)
            )
        end as plan_to_date_amount

    from cells_with_days

),

cells_with_attainment as (

    select
        cells_with_plan_to_date.month,
        cells_with_plan_to_date.region,
        cells_with_plan_to_date.manager_id,
        cells_with_plan_to_date.direction,
        cells_with_plan_to_date.plan_grain,
        cells_with_plan_to_date.has_region,
        cells_with_plan_to_date.has_manager,
        cells_with_plan_to_date.has_direction,
        cells_with_plan_to_date.is_total_grain,
        cells_with_plan_to_date.plan_amount,
        cells_with_plan_to_date.actual_amount,
        cast(
            cells_with_plan_to_date.actual_amount
            - cells_with_plan_to_date.plan_amount as decimal(38, 4)
        ) as gap_amount,
        case
            when
                cells_with_plan_to_date.has_begun
                and cells_with_plan_to_date.plan_amount > 0
                then
                    cast(cells_with_plan_to_date.actual_amount as double)
                    / nullif(
                        cast(cells_with_plan_to_date.plan_amount as double), 0
                    )
        end as attainment_rate,
        cells_with_plan_to_date.working_days,
        cells_with_plan_to_date.working_days_elapsed,
        cells_with_plan_to_date.plan_to_date_amount,
        case
            when cells_with_plan_to_date.plan_to_date_amount > 0
                then
                    cast(cells_with_plan_to_date.actual_amount as double)
                    / nullif(
                        cast(
                            cells_with_plan_to_date.plan_to_date_amount
                            as double
                        ),
                        0
                    )
        end as attainment_to_date_rate,
        case
            when cells_with_plan_to_date.is_complete
                then cells_with_plan_to_date.actual_amount
            else cast(
                cast(cells_with_plan_to_date.actual_amount as double)
                / nullif(
                    cast(
                        cells_with_plan_to_date.working_days_elapsed as double
                    ),
                    0
                )
                * cast(cells_with_plan_to_date.working_days as double)
                as decimal(38, 4)
            )
        end as run_rate_amount,
        cells_with_plan_to_date.previous_year_amount,
        cells_with_plan_to_date.is_complete,
        cells_with_plan_to_date.as_of_date

    from cells_with_plan_to_date

)

select * from cells_with_attainment
