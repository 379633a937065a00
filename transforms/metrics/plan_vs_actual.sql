-- One row per month and cell of the plan: target against net sales. A plan is
-- compared at its own grain: a dimension it does not split by is `all`, and
-- sales of a region without a target stand beside it without one. A month
-- without any plan is shown by region, manager and direction. Where a month is
-- planned at several grains, only the coarsest adds up to the total. What is
-- not split by is told by flags: a region may be called `all`.
--
-- grain    month and the dimensions the plan of the month splits by
-- key      month, plan_grain, region, manager_id, direction
-- answers  Are we on plan, where not, and where will the month end?

with

sales_by_month as (

    select * from metrics.sales_by_month

),

sales_plans as (

    select * from marts.sales_plans

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

),

sales_per_cell as (

    select
        sales_by_month.month,
        sales_by_month.region,
        sales_by_month.manager_id,
        sales_by_month.direction,
        cast(sum(sales_by_month.net_amount) as decimal(38, 4)) as net_amount

    from sales_by_month
    group by 1, 2, 3, 4

),

plans_in_force as (

    select
        sales_plans.plan_month as month,
        sales_plans.region,
        sales_plans.manager_id,
        sales_plans.direction,
        sales_plans.has_region,
        sales_plans.has_manager,
        sales_plans.has_direction,
        cast(sum(sales_plans.amount) as decimal(38, 4)) as plan_amount

    from sales_plans
    where sales_plans.is_in_force
    group by 1, 2, 3, 4, 5, 6, 7

),

plan_grains as (

    select
        plans_in_force.month,
        plans_in_force.has_region,
        plans_in_force.has_manager,
        plans_in_force.has_direction

    from plans_in_force
    group by 1, 2, 3, 4

),

plan_grains_ranked as (

    select
        plan_grains.month,
        plan_grains.has_region,
        plan_grains.has_manager,
        plan_grains.has_direction,
        row_number() over (
            partition by plan_grains.month
            order by
                case when plan_grains.has_region then 1 else 0 end
                + case when plan_grains.has_manager then 1 else 0 end
                + case when plan_grains.has_direction then 1 else 0 end
                asc nulls last,
                plan_grains.has_region desc nulls last,
                plan_grains.has_manager desc nulls last,
                plan_grains.has_direction desc nulls last
        ) as grain_rank

    from plan_grains

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

first_months as (

    select min(sales_per_cell.month) as month from sales_per_cell

),

shown_months as (

    select sales_per_cell.month from sales_per_cell

    union

    select plan_grains.month from plan_grains

    union

    select months_of_calendar.month
    from months_of_calendar
    cross join clock
    cross join first_months
    where
        months_of_calendar.month >= first_months.month
        and months_of_calendar.month <= clock.as_of_date

),

grains_per_month as (

    select
        shown_months.month,
        coalesce(plan_grains_ranked.has_region, true) as has_region,
        coalesce(plan_grains_ranked.has_manager, true) as has_manager,
        coalesce(plan_grains_ranked.has_direction, true) as has_direction,
        coalesce(plan_grains_ranked.grain_rank, 1) = 1 as is_total_grain

    from shown_months
    left join plan_grains_ranked
        on shown_months.month = plan_grains_ranked.month

),

sales_of_this_and_last_year as (

    select
        sales_per_cell.month,
        sales_per_cell.region,
        sales_per_cell.manager_id,
        sales_per_cell.direction,
        sales_per_cell.net_amount as actual_amount,
        cast(0 as decimal(38, 4)) as previous_year_amount

    from sales_per_cell

    union all

    select
        cast(sales_per_cell.month + interval '12' month as date) as month,
        sales_per_cell.region,
        sales_per_cell.manager_id,
        sales_per_cell.direction,
        cast(0 as decimal(38, 4)) as actual_amount,
        sales_per_cell.net_amount as previous_year_amount

    from sales_per_cell

),

amounts_at_plan_grain as (

    select
        grains_per_month.month,
        grains_per_month.has_region,
        grains_per_month.has_manager,
        grains_per_month.has_direction,
        case
            when grains_per_month.has_region
                then sales_of_this_and_last_year.region
            else 'all'
        end as region,
        case
            when grains_per_month.has_manager
                then sales_of_this_and_last_year.manager_id
            else 'all'
        end as manager_id,
        case
            when grains_per_month.has_direction
                then sales_of_this_and_last_year.direction
            else 'all'
        end as direction,
        cast(null as decimal(38, 4)) as plan_amount,
        sales_of_this_and_last_year.actual_amount,
        sales_of_this_and_last_year.previous_year_amount

    from sales_of_this_and_last_year
    inner join grains_per_month
        on sales_of_this_and_last_year.month = grains_per_month.month

    union all

    select
        plans_in_force.month,
        plans_in_force.has_region,
        plans_in_force.has_manager,
        plans_in_force.has_direction,
        plans_in_force.region,
        plans_in_force.manager_id,
        plans_in_force.direction,
        plans_in_force.plan_amount,
        cast(0 as decimal(38, 4)) as actual_amount,
        cast(0 as decimal(38, 4)) as previous_year_amount

    from plans_in_force

),

cells_added_up as (

    select
        amounts_at_plan_grain.month,
        amounts_at_plan_grain.has_region,
        amounts_at_plan_grain.has_manager,
        amounts_at_plan_grain.has_direction,
        amounts_at_plan_grain.region,
        amounts_at_plan_grain.manager_id,
        amounts_at_plan_grain.direction,
        cast(
            sum(amounts_at_plan_grain.plan_amount) as decimal(38, 4)
        ) as plan_amount,
        cast(
            sum(amounts_at_plan_grain.actual_amount) as decimal(38, 4)
        ) as actual_amount,
        cast(
            sum(amounts_at_plan_grain.previous_year_amount) as decimal(38, 4)
        ) as previous_year_amount

    from amounts_at_plan_grain
    group by 1, 2, 3, 4, 5, 6, 7

),

cells_with_days as (

    select
        cells_added_up.month,
        cells_added_up.region,
        cells_added_up.manager_id,
        cells_added_up.direction,
        grains_per_month.has_region,
        grains_per_month.has_manager,
        grains_per_month.has_direction,
        grains_per_month.is_total_grain,
        cells_added_up.plan_amount,
        cells_added_up.actual_amount,
        cells_added_up.previous_year_amount,
        coalesce(months_of_calendar.working_days, 0) as working_days,
        coalesce(months_of_calendar.working_days_elapsed, 0)
            as working_days_elapsed,
        cells_added_up.month <= clock.as_of_date as has_begun,
        coalesce(
            months_of_calendar.last_day <= clock.as_of_date,
            cells_added_up.month <= clock.as_of_date
        ) as is_complete,
        clock.as_of_date

    from cells_added_up
    cross join clock
    inner join grains_per_month
        on
            cells_added_up.month = grains_per_month.month
            and cells_added_up.has_region = grains_per_month.has_region
            and cells_added_up.has_manager = grains_per_month.has_manager
            and cells_added_up.has_direction = grains_per_month.has_direction
    left join months_of_calendar
        on cells_added_up.month = months_of_calendar.month

),

cells_with_plan_to_date as (

    select
        cells_with_days.month,
        cells_with_days.region,
        cells_with_days.manager_id,
        cells_with_days.direction,
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
        case
            when
                cells_with_plan_to_date.has_region
                or cells_with_plan_to_date.has_manager
                or cells_with_plan_to_date.has_direction
                then substr(
                    case
                        when cells_with_plan_to_date.has_region
                            then '+region'
                        else ''
                    end
                    || case
                        when cells_with_plan_to_date.has_manager
                            then '+manager'
                        else ''
                    end
                    || case
                        when cells_with_plan_to_date.has_direction
                            then '+direction'
                        else ''
                    end,
                    2
                )
            else 'company'
        end as plan_grain,
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
