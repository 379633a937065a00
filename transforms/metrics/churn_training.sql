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

features as (

    select * from metrics.churn_features

),

numbered as (

    select
        features.cut_number,
        features.client_id,
        features.repeat_feature,
        features.recency_feature,
        features.age_feature,
        features.repeater_feature,
        features.spend_feature,
        features.later_purchase_count,
        row_number() over (
            partition by features.cut_number
            order by features.client_id nulls last
        ) as place,
        count(*) over (partition by features.cut_number) as client_count

    from features
    where features.cut_number >= 2

),

training as (

    select
        numbered.cut_number,
        numbered.client_id,
        numbered.repeat_feature,
        numbered.recency_feature,
        numbered.age_feature,
        numbered.repeater_feature,
        numbered.spend_feature,
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
