-- One row per sales target, every version. Months to come are plans and stay;
-- versions approved after the as-of day are not known yet.
--
-- grain    sales_plan_id
-- key      sales_plan_id

with

sales_plans as (

    select * from raw.sales_plans

),

clock as (

    select * from meta.clock

),

sales_plans_known as (

    select
        sales_plans.sales_plan_id,
        sales_plans.plan_month,
        sales_plans.region,
        sales_plans.manager_id,
        sales_plans.direction,
        sales_plans.amount,
        sales_plans.currency,
        sales_plans.version,
        sales_plans.approved_date,
        sales_plans._source as source,
        sales_plans._file_id,
        sales_plans._record

    from sales_plans
    cross join clock
    where
        sales_plans.approved_date is null
        or sales_plans.approved_date <= clock.as_of_date

)

select * from sales_plans_known
