-- Months in which the cohorts had more or fewer buyers than there were.
--
-- severity error
-- question Do the cohorts of a month add up to its buyers?

with

client_months as (

    select * from marts.client_months

),

cohorts as (

    select * from metrics.cohort_retention

),

buyers as (

    select
        client_months.month,
        count(*) as buyer_count

    from client_months
    where client_months.occasion_count > 0 and client_months.is_complete_month
    group by 1

),

active as (

    select
        cast(
            cohorts.cohort_month + cohorts.month_number * interval '1' month
            as date
        ) as month,
        cast(sum(cohorts.active_count) as bigint) as active_count

    from cohorts
    where cohorts.is_complete
    group by 1

)

select
    buyers.month,
    cast(buyers.buyer_count as bigint) as buyer_count,
    cast(coalesce(active.active_count, 0) as bigint) as active_count

from buyers
left join active
    on buyers.month = active.month
where buyers.buyer_count <> coalesce(active.active_count, 0)
