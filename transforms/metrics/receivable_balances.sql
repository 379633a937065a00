-- One row per month and entity (all, a region, a manager) since its first
-- invoice or payment: what clients owe at its end, and the credit sales of the
-- twelve months to that end. The running month ends on the as-of day.
--
-- grain    month, dimension, entity
-- key      month, dimension, entity_id
-- answers  What do clients owe us at the end of each month?

with

receivable_flows as (

    select * from metrics.receivable_flows

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

),

first_months as (

    select min(calendar.month) as month

    from calendar

),

-- What is older than the calendar stands in its first month.
flows_in_calendar as (

    select
        receivable_flows.manager_id,
        receivable_flows.region,
        case
            when receivable_flows.month < first_months.month
                then first_months.month
            else receivable_flows.month
        end as month,
        receivable_flows.invoice_count,
        receivable_flows.invoiced_amount,
        receivable_flows.invoiced_amount
        - receivable_flows.settled_amount
        - receivable_flows.unallocated_amount as balance_change,
        receivable_flows.overdue_amount

    from receivable_flows
    cross join first_months

),

flows_of_entities as (

    select
        'all' as dimension,
        'all' as entity_id,
        flows_in_calendar.month,
        flows_in_calendar.invoice_count,
        flows_in_calendar.invoiced_amount,
        flows_in_calendar.balance_change,
        flows_in_calendar.overdue_amount

    from flows_in_calendar

    union all

    select
        'region' as dimension,
        flows_in_calendar.region as entity_id,
        flows_in_calendar.month,
        flows_in_calendar.invoice_count,
        flows_in_calendar.invoiced_amount,
        flows_in_calendar.balance_change,
        flows_in_calendar.overdue_amount

    from flows_in_calendar

    union all

    select
        'manager' as dimension,
        flows_in_calendar.manager_id as entity_id,
        flows_in_calendar.month,
        flows_in_calendar.invoice_count,
        flows_in_calendar.invoiced_amount,
        flows_in_calendar.balance_change,
        flows_in_calendar.overdue_amount

    from flows_in_calendar

),

flows_per_entity as (

    select
        flows_of_entities.dimension,
        flows_of_entities.entity_id,
        flows_of_entities.month,
        cast(sum(flows_of_entities.invoice_count) as bigint) as invoice_count,
        cast(sum(flows_of_entities.invoiced_amount) as decimal(38, 4))
            as invoiced_amount,
        cast(sum(flows_of_entities.balance_change) as decimal(38, 4))
            as balance_change,
        cast(sum(flows_of_entities.overdue_amount) as decimal(38, 4))
            as overdue_change

    from flows_of_entities
    group by 1, 2, 3

),

entities as (

    select
        flows_per_entity.dimension,
        flows_per_entity.entity_id,
        min(flows_per_entity.month) as first_month

    from flows_per_entity
    group by 1, 2

),

days_per_month as (

    select
        calendar.month,
        cast(count(*) as bigint) as day_count

    from calendar
    cross join clock
    where calendar.day <= clock.as_of_date
    group by 1

),

months_of_entities as (

    select
        entities.dimension,
        entities.entity_id,
        days_per_month.month,
        days_per_month.day_count,
        coalesce(flows_per_entity.invoice_count, 0) as invoice_count,
        coalesce(
            flows_per_entity.invoiced_amount, cast(0 as decimal(38, 4))
        ) as invoiced_amount,
        coalesce(
            flows_per_entity.balance_change, cast(0 as decimal(38, 4))
        ) as balance_change,
        coalesce(
            flows_per_entity.overdue_change, cast(0 as decimal(38, 4))
        ) as overdue_change

    from entities
    inner join days_per_month on entities.first_month <= days_per_month.month
    left join flows_per_entity
        on
            entities.dimension = flows_per_entity.dimension
            and entities.entity_id = flows_per_entity.entity_id
            and days_per_month.month = flows_per_entity.month

),

balances as (

    select
        months_of_entities.month,
        months_of_entities.dimension,
        months_of_entities.entity_id,
        months_of_entities.day_count,
        months_of_entities.invoiced_amount,
        months_of_entities.balance_change,
        cast(
            sum(months_of_entities.balance_change) over (
                partition by
                    months_of_entities.dimension, months_of_entities.entity_id
                order by months_of_entities.month asc nulls last
                rows between unbounded preceding and current row
            ) as decimal(38, 4)
        ) as balance_amount,
        cast(
            sum(months_of_entities.overdue_change) over (
                partition by
                    months_of_entities.dimension, months_of_entities.entity_id
                order by months_of_entities.month asc nulls last
                rows between unbounded preceding and current row
            ) as decimal(38, 4)
        ) as overdue_amount,
        cast(
            sum(months_of_entities.invoiced_amount) over (
                partition by
                    months_of_entities.dimension, months_of_entities.entity_id
                order by months_of_entities.month asc nulls last
                rows between unbounded preceding and current row
            ) as decimal(38, 4)
        ) as invoiced_so_far,
        cast(
            sum(months_of_entities.day_count) over (
                partition by
                    months_of_entities.dimension, months_of_entities.entity_id
                order by months_of_entities.month asc nulls last
                rows between unbounded preceding and current row
            ) as bigint
        ) as days_so_far,
        cast(
            sum(months_of_entities.invoiced_amount) over (
                partition by
                    months_of_entities.dimension, months_of_entities.entity_id
                order by months_of_entities.month asc nulls last
                rows between 11 preceding and current row
            ) as decimal(38, 4)
        ) as sales_amount,
        cast(
            sum(months_of_entities.day_count) over (
                partition by
                    months_of_entities.dimension, months_of_entities.entity_id
                order by months_of_entities.month asc nulls last
                rows between 11 preceding and current row
            ) as bigint
        ) as sales_days,
        cast(
            sum(months_of_entities.invoice_count) over (
                partition by
                    months_of_entities.dimension, months_of_entities.entity_id
                order by months_of_entities.month asc nulls last
                rows between 11 preceding and current row
            ) as bigint
        ) as invoice_count,
        cast(
            count(*) over (
                partition by
                    months_of_entities.dimension, months_of_entities.entity_id
                order by months_of_entities.month asc nulls last
                rows between 11 preceding and current row
            ) as bigint
        ) as sales_month_count

    from months_of_entities

)

select * from balances
