-- One row per measure of complete months that an alert of the settings watches,
-- its dimension, entity and month: the figure, as pages tell it.
--
-- grain    measure, dimension, entity, month
-- key      measure, dimension, entity_id, month
-- answers  What did a watched figure do, month by month?
--
-- Rates are ratios of sums. Nothing is computed that no alert asks for.

with

clock as (

    select * from meta.clock

),

rules as (

    select * from meta.alerts

),

sales_by_month as (

    select * from metrics.sales_by_month

),

kpi_by_month as (

    select * from metrics.kpi_by_month

),

plan_vs_actual as (

    select * from metrics.plan_vs_actual

),

otif_by_month as (

    select * from metrics.otif_by_month

),

complaint_rates as (

    select * from metrics.complaint_rates

),

client_movement_by_month as (

    select * from metrics.client_movement_by_month

),

manager_activity_by_month as (

    select * from metrics.manager_activity_by_month

),

wanted as (

    select
        rules.measure,
        rules.dimension

    from rules
    group by 1, 2

),

dimensions as (

    select wanted.dimension

    from wanted
    group by 1

),

sales_per_entity as (

    select
        dimensions.dimension,
        case dimensions.dimension
            when 'region' then sales_by_month.region
            when 'manager' then sales_by_month.manager_id
            else 'all'
        end as entity_id,
        sales_by_month.month,
        sum(sales_by_month.net_amount) as net_amount,
        sum(sales_by_month.margin_amount) as margin_amount,
        sum(sales_by_month.costed_amount) as costed_amount

    from sales_by_month
    cross join dimensions
    group by 1, 2, 3

),

plan_per_entity as (

    select
        dimensions.dimension,
        case dimensions.dimension
            when 'region' then plan_vs_actual.region
            when 'manager' then plan_vs_actual.manager_id
            else 'all'
        end as entity_id,
        plan_vs_actual.month,
        sum(plan_vs_actual.actual_amount) as actual_amount,
        sum(plan_vs_actual.plan_amount) as plan_amount

    from plan_vs_actual
    inner join dimensions
        on
            dimensions.dimension = 'company'
            or (dimensions.dimension = 'region' and plan_vs_actual.has_region)
            or (dimensions.dimension = 'manager' and plan_vs_actual.has_manager)
    where plan_vs_actual.is_total_grain
    group by 1, 2, 3

),

otif_per_entity as (

    select
        dimensions.dimension,
        case dimensions.dimension
            when 'region' then otif_by_month.region
            when 'manager' then otif_by_month.manager_id
            else 'all'
        end as entity_id,
        otif_by_month.due_month as month,
        sum(otif_by_month.lines_due_count) as lines_due_count,
        sum(otif_by_month.on_time_count) as on_time_count,
        sum(otif_by_month.otif_count) as otif_count

    from otif_by_month
    cross join dimensions
    group by 1, 2, 3

),

movement_per_entity as (

    select
        dimensions.dimension,
        case dimensions.dimension
            when 'region' then client_movement_by_month.region
            when 'manager' then client_movement_by_month.manager_id
            else 'all'
        end as entity_id,
        client_movement_by_month.month,
        sum(client_movement_by_month.new_count) as new_count,
        sum(client_movement_by_month.lost_count) as lost_count

    from client_movement_by_month
    cross join dimensions
    group by 1, 2, 3

),

contacts_per_entity as (

    select
        dimensions.dimension,
        case dimensions.dimension
            when 'manager' then manager_activity_by_month.manager_id
            else 'all'
        end as entity_id,
        manager_activity_by_month.month,
        sum(manager_activity_by_month.covered_client_count) as covered_count,
        sum(manager_activity_by_month.assigned_client_count) as assigned_count

    from manager_activity_by_month
    inner join dimensions
        on dimensions.dimension <> 'region'
    group by 1, 2, 3

),

-- Each source once: a case names the figure that a measure is.
monthly_values as (

    select
        wanted.measure,
        wanted.dimension,
        sales_per_entity.entity_id,
        sales_per_entity.month,
        case wanted.measure
            when 'net_sales' then cast(sales_per_entity.net_amount as double)
            else
                cast(sales_per_entity.margin_amount as double)
                / nullif(cast(sales_per_entity.costed_amount as double), 0)
        end as value,
        'ok' as quality_flag

    from sales_per_entity
    inner join wanted
        on sales_per_entity.dimension = wanted.dimension
    where wanted.measure in ('net_sales', 'margin_rate')

    union all

    select
        wanted.measure,
        wanted.dimension,
        'all' as entity_id,
        kpi_by_month.month,
        case wanted.measure
            when 'order_count' then cast(kpi_by_month.order_count as double)
            when 'active_clients'
                then cast(kpi_by_month.active_client_count as double)
            else cast(kpi_by_month.average_order_amount as double)
        end as value,
        'ok' as quality_flag

    from kpi_by_month
    inner join wanted
        on wanted.dimension = 'company'
    where wanted.measure in ('order_count', 'active_clients', 'average_order')

    union all

    select
        wanted.measure,
        wanted.dimension,
        plan_per_entity.entity_id,
        plan_per_entity.month,
        case
            when plan_per_entity.plan_amount > 0
                then
                    cast(plan_per_entity.actual_amount as double)
                    / nullif(cast(plan_per_entity.plan_amount as double), 0)
        end as value,
        'ok' as quality_flag

    from plan_per_entity
    inner join wanted
        on plan_per_entity.dimension = wanted.dimension
    where wanted.measure = 'plan_attainment'

    union all

    select
        wanted.measure,
        wanted.dimension,
        otif_per_entity.entity_id,
        otif_per_entity.month,
        cast(
            case wanted.measure
                when 'on_time_rate' then otif_per_entity.on_time_count
                else otif_per_entity.otif_count
            end as double
        )
        / nullif(cast(otif_per_entity.lines_due_count as double), 0) as value,
        case
            when otif_per_entity.lines_due_count < 30 then 'low_n' else 'ok'
        end as quality_flag

    from otif_per_entity
    inner join wanted
        on otif_per_entity.dimension = wanted.dimension
    where wanted.measure in ('on_time_rate', 'otif_rate')

    union all

    select
        wanted.measure,
        wanted.dimension,
        complaint_rates.entity_id,
        complaint_rates.month,
        complaint_rates.complaints_per_100_orders as value,
        case
            when complaint_rates.quality_flag = 'low_n' then 'low_n' else 'ok'
        end as quality_flag

    from complaint_rates
    inner join wanted
        on
            wanted.dimension
            = case complaint_rates.dimension
                when 'all' then 'company' else complaint_rates.dimension
            end
    where wanted.measure = 'complaints_per_100_orders'

    union all

    select
        wanted.measure,
        wanted.dimension,
        movement_per_entity.entity_id,
        movement_per_entity.month,
        cast(
            case wanted.measure
                when 'new_clients' then movement_per_entity.new_count
                else movement_per_entity.lost_count
            end as double
        ) as value,
        'ok' as quality_flag

    from movement_per_entity
    inner join wanted
        on movement_per_entity.dimension = wanted.dimension
    where wanted.measure in ('new_clients', 'lost_clients')

    union all

    select
        wanted.measure,
        wanted.dimension,
        contacts_per_entity.entity_id,
        contacts_per_entity.month,
        cast(contacts_per_entity.covered_count as double)
        / nullif(cast(contacts_per_entity.assigned_count as double), 0)
            as value,
        case
            when contacts_per_entity.assigned_count < 30 then 'low_n' else 'ok'
        end as quality_flag

    from contacts_per_entity
    inner join wanted
        on contacts_per_entity.dimension = wanted.dimension
    where wanted.measure = 'contact_coverage'

),

complete_months as (

    select
        monthly_values.measure,
        monthly_values.dimension,
        monthly_values.entity_id,
        monthly_values.month,
        monthly_values.value,
        monthly_values.quality_flag

    from monthly_values
    inner join clock
        on cast(monthly_values.month + interval '1' month as date)
        <= cast(clock.as_of_date + interval '1' day as date)

)

select * from complete_months
