-- Plan vs actual holds all sales once and every target once.
-- severity error

with

plan_vs_actual as (

    select * from metrics.plan_vs_actual

),

sales_by_month as (

    select * from metrics.sales_by_month

),

sales_plans as (

    select * from marts.sales_plans

),

plan_totals as (

    select
        coalesce(
            sum(plan_vs_actual.actual_amount) filter (
                where plan_vs_actual.is_total_grain
            ),
            0
        ) as actual_amount,
        coalesce(sum(plan_vs_actual.plan_amount), 0) as plan_amount

    from plan_vs_actual

),

sales_totals as (

    select coalesce(sum(sales_by_month.net_amount), 0) as net_amount

    from sales_by_month

),

target_totals as (

    select coalesce(sum(sales_plans.amount), 0) as plan_amount

    from sales_plans
    where sales_plans.is_in_force

),

totals_that_differ as (

    select
        plan_totals.actual_amount,
        sales_totals.net_amount,
        plan_totals.plan_amount,
        target_totals.plan_amount as target_amount

    from plan_totals
    cross join sales_totals
    cross join target_totals
    where
        plan_totals.actual_amount <> sales_totals.net_amount
        or plan_totals.plan_amount <> target_totals.plan_amount

)

select * from totals_that_differ
