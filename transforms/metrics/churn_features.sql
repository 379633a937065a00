-- One row per cut-off and client: what the baselines of the back-test are told
-- of it (models.md §3c), in training and in use.
--
-- grain    cut-off, client
-- key      cut_number, client_id
-- answers  What does a logistic regression know of a client?
-- kept as view
--
-- A view: each row stands in metrics.churn_base already.

with

base as (

    select * from metrics.churn_base

),

features as (

    select
        base.cut_number,
        base.client_id,
        base.repeat_count,
        base.days_since_last,
        base.closed_days_since_last,
        base.median_gap_days,
        ln(1e0 + cast(base.repeat_count as double)) as repeat_feature,
        ln(1e0 + cast(base.days_since_last as double)) as recency_feature,
        ln(1e0 + cast(base.age_days as double)) as age_feature,
        case when base.repeat_count > 0 then 1e0 else 0e0 end
            as repeater_feature,
        ln(
            1e0 + case
                when base.net_amount > 0 then cast(base.net_amount as double)
                else 0e0
            end
        ) as spend_feature,
        base.later_purchase_count

    from base

)

select * from features
