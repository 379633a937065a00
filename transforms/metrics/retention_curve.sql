-- One row per month since the first order: retention of all cohorts together.
--
-- grain    month since the first order
-- key      month_number
-- answers  What share of clients still orders after six or twelve months?
--
-- Ratios of sums over the cohorts that have the month, larger ones count more.

with

clock as (

    select * from meta.clock

),

cohorts as (

    select * from metrics.cohort_retention

),

sums as (

    select
        cohorts.month_number,
        count(*) as cohort_count,
        sum(cohorts.cohort_size) as client_count,
        sum(cohorts.active_count) as active_count,
        cast(
            sum(
                floor(
                    cohorts.rolling_retention_rate
                    * cast(cohorts.cohort_size as double) + 0.5e0
                )
            ) as double
        ) as rolling_count,
        sum(cohorts.cohort_size) filter (
            where cohorts.rolling_retention_rate is not null
        ) as mature_client_count,
        cast(
            sum(
                floor(
                    cohorts.cumulative_repeat_rate
                    * cast(cohorts.cohort_size as double) + 0.5e0
                )
            ) as double
        ) as returned_count

    from cohorts
    where cohorts.is_complete
    group by 1

),

rates as (

    select
        sums.month_number,
        sums.cohort_count,
        sums.client_count,
        sums.active_count,
        cast(sums.client_count as double) as clients,
        cast(sums.active_count as double)
        / nullif(cast(sums.client_count as double), 0) as retention,
        sums.rolling_count
        / nullif(cast(sums.mature_client_count as double), 0) as rolling,
        sums.returned_count
        / nullif(cast(sums.client_count as double), 0) as returned

    from sums

),

curve as (

    select
        rates.month_number,
        clock.as_of_date,
        cast(rates.cohort_count as bigint) as cohort_count,
        cast(rates.client_count as bigint) as client_count,
        cast(rates.active_count as bigint) as active_count,
        rates.retention as retention_rate,
        case
            when rates.month_number > 0
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
            when rates.month_number > 0
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
        rates.rolling as rolling_retention_rate,
        rates.returned as cumulative_repeat_rate,
        case when rates.client_count < 30 then 'low_n' else 'ok' end
            as quality_flag

    from rates
    cross join clock

)

select * from curve
