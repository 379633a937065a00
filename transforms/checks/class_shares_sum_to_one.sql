-- The shares of the classes sum to 1 in every period.
--
-- severity error

with

summary as (

    select * from metrics.client_class_summary

),

sums as (

    select
        summary.month,
        sum(summary.client_share) as client_share

    from summary
    group by 1

),

wrong_sums as (

    select
        sums.month,
        sums.client_share

    from sums
    where abs(sums.client_share - 1) > 0.000000001e0

)

select * from wrong_sums
