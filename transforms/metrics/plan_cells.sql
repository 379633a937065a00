-- One row per month and cell of the plan: target, net sales and those of the
-- same month a year before. A plan is compared at its own grain: a dimension it
-- does not split by is `all`, and sales of a region without a target stand
-- beside it without one. A month without any plan is shown by region, manager
-- and direction. Where a month is planned at several grains, only the coarsest
-- adds up to the total. What is not split by is told by flags: a region may be
-- called `all`.
--
-- grain    month and the dimensions the plan of the month splits by
-- key      month, plan_grain, region, manager_id, direction
-- answers  What was planned and what was sold, cell by cell?

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

first_months as (

    select min(sales_per_cell.month) as month from sales_per_cell

),

shown_months as (

    select sales_per_cell.month from sales_per_cell

    union

    select plan_grains.month from plan_grains

    union

    select calendar.month
    from calendar
    cross join clock
    cross join first_months
    where
        calendar.month >= first_months.month
        and calendar.month <= clock.as_of_date

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

cells_with_grain as (

    select
        cells_added_up.month,
        case
            when
                cells_added_up.has_region
                or cells_added_up.has_manager
                or cells_added_up.has_direction
                then substr(
                    case
                        when cells_added_up.has_region then '+region'
                        else ''
                    end
                    || case
                        when cells_added_up.has_manager then '+manager'
                        else ''
                    end
                    || case
                        when cells_added_up.has_direction then '+direction'
                        else ''
                    end,
                    2
                )
            else 'company'
        end as plan_grain,
        cells_added_up.has_region,
        cells_added_up.has_manager,
        cells_added_up.has_direction,
        cells_added_up.region,
        cells_added_up.manager_id,
        cells_added_up.direction,
        grains_per_month.is_total_grain,
        cells_added_up.plan_amount,
        cells_added_up.actual_amount,
        cells_added_up.previous_year_amount

    from cells_added_up
    inner join grains_per_month
        on
            cells_added_up.month = grains_per_month.month
            and cells_added_up.has_region = grains_per_month.has_region
            and cells_added_up.has_manager = grains_per_month.has_manager
            and cells_added_up.has_direction = grains_per_month.has_direction

)

select * from cells_with_grain
