-- One row per cohort and month since its first order: who came back.
--
-- grain    cohort, month since the first order
-- key      cohort_month, month_number
-- answers  Do clients come back? Do younger cohorts stay better than old ones?
--
-- Exact: ordered in that month. Rolling: in that month or later, only where
-- three complete months follow, for it falls where the data end. Cumulative: at
-- least once in months 1 to k. A month that is not over is NULL, never 0.

with

clock as (

    select * from meta.clock

),

numbers as (

    select * from meta.numbers

),

activity as (

    select * from metrics.cohort_activity

),

clients as (

    select
        activity.cohort_month,
        activity.client_id,
        max(activity.month_number) filter (where activity.has_bought)
            as last_month_number,
        min(activity.month_number) filter (
            where activity.has_bought and activity.month_number > 0
        ) as second_month_number

    from activity
    group by 1, 2

),

cohorts as (

    select
        clients.cohort_month,
        count(*) as cohort_size

    from clients
    group by 1

),

months as (

    select
        activity.cohort_month,
        activity.month_number,
        count(*) filter (where activity.has_bought) as active_count,
        sum(activity.net_amount) as net_amount

    from activity
    group by 1, 2

),

last_months as (

    select
        clients.cohort_month,
        clients.last_month_number,
        count(*) as client_count

    from clients
    group by 1, 2

),

second_months as (

    select
        clients.cohort_month,
        clients.second_month_number,
        count(*) as client_count

    from clients
    where clients.second_month_number is not null
    group by 1, 2

),

cells as (

    select
        cohorts.cohort_month,
        cast(numbers.n as bigint) as month_number,
        cohorts.cohort_size,
        cast(
            cohorts.cohort_month + (numbers.n + 1) * interval '1' month as date
        ) <= cast(clock.as_of_date + interval '1' day as date) as is_complete,
        cast(
            cohorts.cohort_month + (numbers.n + 4) * interval '1' month as date
        ) <= cast(clock.as_of_date + interval '1' day as date) as is_mature

    from cohorts
    cross join clock
    inner join numbers
        on cast(
            cohorts.cohort_month + numbers.n * interval '1' month as date
        ) <= clock.as_of_date

),

counted_cells as (

    select
        cells.cohort_month,
        cells.month_number,
        cells.cohort_size,
        cells.is_complete,
        cells.is_mature,
        coalesce(months.active_count, 0) as active_count,
        coalesce(months.net_amount, 0) as net_amount,
        cells.cohort_size - sum(coalesce(last_months.client_count, 0)) over (
            partition by cells.cohort_month
            order by cells.month_number nulls last
            rows between unbounded preceding and current row
        ) + coalesce(last_months.client_count, 0) as rolling_count,
        sum(coalesce(second_months.client_count, 0)) over (
            partition by cells.cohort_month
            order by cells.month_number nulls last
            rows between unbounded preceding and current row
        ) as returned_count,
        first_value(coalesce(months.net_amount, 0)) over (
            partition by cells.cohort_month
            order by cells.month_number nulls last
            rows between unbounded preceding and current row
        ) as first_net_amount

    from cells
    left join months
        on cells.cohort_month = months.cohort_month
        and cells.month_number = months.month_number
    left join last_months
        on cells.cohort_month = last_months.cohort_month
        and cells.month_number = last_months.last_month_number
    left join second_months
        on cells.cohort_month = second_months.cohort_month
        and cells.month_number = second_months.second_month_number

),

rates as (

    select
        counted_cells.cohort_month,
        counted_cells.month_number,
        counted_cells.cohort_size,
        counted_cells.is_complete,
        counted_cells.is_mature,
        counted_cells.active_count,
        counted_cells.net_amount,
        counted_cells.rolling_count,
        counted_cells.returned_count,
        counted_cells.first_net_amount,
        cast(counted_cells.cohort_size as double) as clients,
        cast(counted_cells.active_count as double)
        / nullif(cast(counted_cells.cohort_size as double), 0) as retention

    from counted_cells

),

retention as (

    select
        rates.cohort_month,
        rates.month_number,
        clock.as_of_date,
        cast(rates.cohort_size as bigint) as cohort_size,
        rates.is_complete,
        case
            when rates.is_complete then cast(rates.active_count as bigint)
        end as active_count,
        case when rates.is_complete then rates.retention end as retention_rate,
        case
            when rates.is_complete and rates.month_number > 0
                then
                    (
                        rates.retention + 3.841458881296e0 / (2 * rates.clients)
                        - 1.959964e0 * sqrt(
                            rates.retention * (1e0 - rates.retention)
                            / nullif(rates.clients, 0)
                            + 3.841458881296e0
                            / (4 * rates.clients * rates.clients)
                        )
                    ) / (1 + 3.841458881296e0 / nullif(rates.clients, 0))
        end as retention_low,
        case
            when rates.is_complete and rates.month_number > 0
                then
                    (
                        rates.retention + 3.841458881296e0 / (2 * rates.clients)
                        + 1.959964e0 * sqrt(
                            rates.retention * (1e0 - rates.retention)
                            / nullif(rates.clients, 0)
                            + 3.841458881296e0
                            / (4 * rates.clients * rates.clients)
                        )
                    ) / (1 + 3.841458881296e0 / nullif(rates.clients, 0))
        end as retention_high,
        case
            when rates.is_mature
                then
                    cast(rates.rolling_count as double)
                    / nullif(rates.clients, 0)
        end as rolling_retention_rate,
        case
            when rates.is_complete
                then
                    cast(rates.returned_count as double)
                    / nullif(rates.clients, 0)
        end as cumulative_repeat_rate,
        case
            when rates.is_complete
                then cast(rates.net_amount as decimal(38, 4))
        end as net_amount,
        case
            when rates.is_complete and rates.first_net_amount > 0
                then
                    cast(rates.net_amount as double)
                    / nullif(cast(rates.first_net_amount as double), 0)
        end as revenue_retention_rate,
        case
            when not rates.is_complete then 'incomplete'
            when rates.cohort_size < 30 then 'low_n'
            else 'ok'
        end as quality_flag

    from rates
    cross join clock

)

select * from retention
