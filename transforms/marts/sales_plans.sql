-- One row per sales target, every version. The version in force is, per source
-- and month, the highest approved by the first day of the month; it counts
-- whole: targets that an older version had and it has not are gone.
--
-- grain    sales_plan_id
-- key      sales_plan_id

with

sales_plans as (

    select * from staging.sales_plans

),

document_rates as (

    select * from marts.document_rates

),

settings as (

    select * from meta.settings

),

plans_by_month as (

    select
        sales_plans.sales_plan_id,
        cast(date_trunc('month', sales_plans.plan_month) as date) as plan_month,
        sales_plans.region is not null as has_region,
        sales_plans.manager_id is not null as has_manager,
        sales_plans.direction is not null as has_direction,
        coalesce(sales_plans.region, 'all') as region,
        coalesce(sales_plans.manager_id, 'all') as manager_id,
        coalesce(sales_plans.direction, 'all') as direction,
        sales_plans.amount,
        coalesce(sales_plans.currency, settings.reporting_currency) as currency,
        sales_plans.version,
        sales_plans.approved_date,
        coalesce(
            sales_plans.approved_date
            <= cast(date_trunc('month', sales_plans.plan_month) as date),
            true
        ) as is_approved_in_time,
        settings.reporting_currency,
        sales_plans.source

    from sales_plans
    cross join settings

),

versions_in_force as (

    select
        plans_by_month.source,
        plans_by_month.plan_month,
        max(plans_by_month.version) as version

    from plans_by_month
    where plans_by_month.is_approved_in_time
    group by 1, 2

),

plans_with_version as (

    select
        plans_by_month.sales_plan_id,
        plans_by_month.plan_month,
        plans_by_month.has_region,
        plans_by_month.has_manager,
        plans_by_month.has_direction,
        plans_by_month.region,
        plans_by_month.manager_id,
        plans_by_month.direction,
        plans_by_month.currency,
        case
            when plans_by_month.currency = plans_by_month.reporting_currency
                then cast(1 as decimal(18, 8))
            else document_rates.rate
        end as rate,
        plans_by_month.amount,
        plans_by_month.version,
        plans_by_month.approved_date,
        plans_by_month.is_approved_in_time
        and versions_in_force.version is not null as is_in_force,
        plans_by_month.source

    from plans_by_month
    left join versions_in_force
        on
            plans_by_month.source = versions_in_force.source
            and plans_by_month.plan_month = versions_in_force.plan_month
            and plans_by_month.version = versions_in_force.version
    left join document_rates
        on
            plans_by_month.currency = document_rates.currency
            and plans_by_month.plan_month = document_rates.document_date

),

plans_converted as (

    select
        plans_with_version.sales_plan_id,
        plans_with_version.plan_month,
        plans_with_version.has_region,
        plans_with_version.has_manager,
        plans_with_version.has_direction,
        plans_with_version.region,
        plans_with_version.manager_id,
        plans_with_version.direction,
        plans_with_version.currency,
        plans_with_version.rate is not null as has_rate,
        case
            when plans_with_version.rate = 1 then plans_with_version.amount
            else cast(
                cast(plans_with_version.amount as decimal(38, 4))
                * plans_with_version.rate as decimal(18, 4)
            )
        end as amount,
        plans_with_version.version,
        plans_with_version.approved_date,
        plans_with_version.is_in_force,
        plans_with_version.source

    from plans_with_version

)

select * from plans_converted
