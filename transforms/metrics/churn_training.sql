-- One row per training cut-off and client of a sample: features and outcome.
--
-- grain    cut-off, client
-- key      cut_number, client_id
-- answers  What are the baselines of the back-test trained on?
--
-- Baselines tested at a cut-off are trained one horizon earlier, so that what
-- they were told ended before the test began. Of more than 10,000 clients every
-- n-th in the order of keys is taken.

with

base as (

    select * from metrics.churn_base

),

numbered as (

    select
        base.cut_number,
        base.client_id,
        base.repeat_count,
        base.days_since_last,
        base.age_days,
        base.net_amount,
        base.later_purchase_count,
        row_number() over (
            partition by base.cut_number
            order by base.client_id nulls last
        ) as place,
        count(*) over (partition by base.cut_number) as client_count

    from base
    where base.cut_number >= 2

),

training as (

    select
        numbered.cut_number,
        numbered.client_id,
        ln(1e0 + cast(numbered.repeat_count as double)) as repeat_feature,
        ln(1e0 + cast(numbered.days_since_last as double)) as recency_feature,
        ln(1e0 + cast(numbered.age_days as double)) as age_feature,
        case when numbered.repeat_count > 0 then 1e0 else 0e0 end
            as repeater_feature,
        ln(
            1e0 + case
                when numbered.net_amount > 0
                    then cast(numbered.net_amount as double)
                else 0e0
            end
        ) as spend_feature,
        numbered.later_purchase_count > 0 as has_ordered

    from numbered
    where
        mod(
            numbered.place,
            cast(
                ceil(cast(numbered.client_count as double) / 10000) as bigint
            )
        ) = 0

)

select * from training
