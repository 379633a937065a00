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

balances as (

    select * from metrics.receivable_balances

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

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
