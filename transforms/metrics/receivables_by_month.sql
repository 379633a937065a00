-- One row per month and entity (all, a region, a manager): the balance at its
-- end and how many days of sales it is. Simple: balance over the sales of the
-- twelve months to that end, times their days. Counted back: months of sales
-- are taken off the balance, newest first, until the rest is a part of a month.
-- Best possible is the part not past due over the same sales. The running month
-- ends on the as-of day. Ratios come from sums, never from averages.
--
-- grain    month, dimension, entity
-- key      month, dimension, entity_id
-- answers  How long does our money stay with clients? Do we collect on time?

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
        receivable_flows.settled_amount,
        receivable_flows.unallocated_amount,
        receivable_flows.overdue_amount

    from receivable_flows
    cross join first_months

),

flows_per_entity as (

    select
        'all' as dimension,
        'all' as entity_id,
        flows_in_calendar.month,
        cast(sum(flows_in_calendar.invoice_count) as bigint) as invoice_count,
        cast(sum(flows_in_calendar.invoiced_amount) as decimal(38, 4))
            as invoiced_amount,
        cast(
            sum(
                flows_in_calendar.invoiced_amount
                - flows_in_calendar.settled_amount
                - flows_in_calendar.unallocated_amount
            ) as decimal(38, 4)
        ) as balance_change,
        cast(sum(flows_in_calendar.overdue_amount) as decimal(38, 4))
            as overdue_change

    from flows_in_calendar
    group by 1, 2, 3

    union all

    select
        'region' as dimension,
        flows_in_calendar.region as entity_id,
        flows_in_calendar.month,
        cast(sum(flows_in_calendar.invoice_count) as bigint) as invoice_count,
        cast(sum(flows_in_calendar.invoiced_amount) as decimal(38, 4))
            as invoiced_amount,
        cast(
            sum(
                flows_in_calendar.invoiced_amount
                - flows_in_calendar.settled_amount
                - flows_in_calendar.unallocated_amount
            ) as decimal(38, 4)
        ) as balance_change,
        cast(sum(flows_in_calendar.overdue_amount) as decimal(38, 4))
            as overdue_change

    from flows_in_calendar
    group by 1, 2, 3

    union all

    select
        'manager' as dimension,
        flows_in_calendar.manager_id as entity_id,
        flows_in_calendar.month,
        cast(sum(flows_in_calendar.invoice_count) as bigint) as invoice_count,
        cast(sum(flows_in_calendar.invoiced_amount) as decimal(38, 4))
            as invoiced_amount,
        cast(
            sum(
                flows_in_calendar.invoiced_amount
                - flows_in_calendar.settled_amount
                - flows_in_calendar.unallocated_amount
            ) as decimal(38, 4)
        ) as balance_change,
        cast(sum(flows_in_calendar.overdue_amount) as decimal(38, 4))
            as overdue_change

    from flows_in_calendar
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
        months_of_entities.dimension,
        months_of_entities.entity_id,
        months_of_entities.month,
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

),

months_reached as (

    select
        balances.dimension,
        balances.entity_id,
        balances.month,
        max(earlier.month) as reached_month

    from balances
    inner join balances as earlier
        on
            balances.dimension = earlier.dimension
            and balances.entity_id = earlier.entity_id
            and balances.month >= earlier.month
            and balances.invoiced_so_far
            - earlier.invoiced_so_far
            + earlier.invoiced_amount >= balances.balance_amount
    where balances.balance_amount > 0
    group by 1, 2, 3

),

count_backs as (

    select
        months_reached.dimension,
        months_reached.entity_id,
        months_reached.month,
        cast(balances.days_so_far - reached.days_so_far as double)
        + cast(
            balances.balance_amount
            - balances.invoiced_so_far
            + reached.invoiced_so_far as double
        )
        / nullif(cast(reached.invoiced_amount as double), 0)
        * cast(reached.day_count as double) as dso_count_back_days

    from months_reached
    left join balances
        on
            months_reached.dimension = balances.dimension
            and months_reached.entity_id = balances.entity_id
            and months_reached.month = balances.month
    left join balances as reached
        on
            months_reached.dimension = reached.dimension
            and months_reached.entity_id = reached.entity_id
            and months_reached.reached_month = reached.month

),

month_figures as (

    select
        balances.month,
        balances.dimension,
        balances.entity_id,
        balances.invoice_count,
        balances.invoiced_amount,
        balances.balance_amount,
        balances.overdue_amount,
        cast(
            balances.balance_amount - balances.overdue_amount as decimal(38, 4)
        ) as current_amount,
        balances.sales_amount,
        balances.sales_days,
        balances.sales_month_count,
        case
            when balances.balance_amount >= 0 and balances.sales_amount > 0
                then
                    cast(balances.balance_amount as double)
                    / nullif(cast(balances.sales_amount as double), 0)
                    * cast(balances.sales_days as double)
        end as dso_days,
        case
            when balances.balance_amount = 0 then 0e0
            else count_backs.dso_count_back_days
        end as dso_count_back_days,
        case
            when
                balances.balance_amount >= balances.overdue_amount
                and balances.sales_amount > 0
                then
                    cast(
                        balances.balance_amount - balances.overdue_amount
                        as double
                    )
                    / nullif(cast(balances.sales_amount as double), 0)
                    * cast(balances.sales_days as double)
        end as best_possible_dso_days,
        cast(
            balances.balance_amount - balances.balance_change as decimal(38, 4)
        ) as opening_amount,
        balances.day_count

    from balances
    left join count_backs
        on
            balances.dimension = count_backs.dimension
            and balances.entity_id = count_backs.entity_id
            and balances.month = count_backs.month

),

last_days as (

    select
        calendar.month,
        max(calendar.day) as last_day

    from calendar
    group by 1

),

months_with_ratios as (

    select
        month_figures.month,
        month_figures.dimension,
        month_figures.entity_id,
        month_figures.invoice_count,
        month_figures.invoiced_amount,
        month_figures.balance_amount,
        month_figures.overdue_amount,
        month_figures.current_amount,
        month_figures.sales_amount,
        month_figures.sales_days,
        month_figures.dso_days,
        month_figures.dso_count_back_days,
        month_figures.best_possible_dso_days,
        month_figures.dso_days
        - month_figures.best_possible_dso_days as delinquent_days,
        case
            when
                month_figures.opening_amount
                + month_figures.invoiced_amount > month_figures.current_amount
                then
                    100e0
                    * cast(
                        month_figures.opening_amount
                        + month_figures.invoiced_amount
                        - month_figures.balance_amount as double
                    )
                    / nullif(
                        cast(
                            month_figures.opening_amount
                            + month_figures.invoiced_amount
                            - month_figures.current_amount as double
                        ),
                        0
                    )
        end as collection_effectiveness,
        case
            when month_figures.balance_amount < 0 then 'credit_balance'
            when month_figures.sales_amount <= 0 then 'no_sales'
            when month_figures.dso_count_back_days is null
                then 'insufficient_history'
            when month_figures.sales_month_count < 12
                then 'insufficient_history'
            when month_figures.invoice_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        last_days.last_day <= clock.as_of_date as is_complete,
        clock.as_of_date

    from month_figures
    cross join clock
    left join last_days on month_figures.month = last_days.month

)

select * from months_with_ratios
