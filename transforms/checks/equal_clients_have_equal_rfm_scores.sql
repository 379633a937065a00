-- Equal recency, frequency or revenue earns equal RFM scores.
--
-- severity error

with

scores as (

    select * from metrics.rfm_scores

),

scores_per_value as (

    select
        scores.as_of_date,
        'recency' as measure,
        scores.recency_value as measured_value,
        min(scores.recency_score) as lowest_score,
        max(scores.recency_score) as highest_score

    from scores
    group by 1, 2, 3

    union all

    select
        scores.as_of_date,
        'frequency' as measure,
        cast(scores.frequency as double) as measured_value,
        min(scores.frequency_score) as lowest_score,
        max(scores.frequency_score) as highest_score

    from scores
    group by 1, 2, 3

    union all

    select
        scores.as_of_date,
        'monetary' as measure,
        scores.monetary_value as measured_value,
        min(scores.monetary_score) as lowest_score,
        max(scores.monetary_score) as highest_score

    from scores
    group by 1, 2, 3

),

split_values as (

    select
        scores_per_value.as_of_date,
        scores_per_value.measure,
        scores_per_value.measured_value,
        scores_per_value.lowest_score,
        scores_per_value.highest_score

    from scores_per_value
    where scores_per_value.lowest_score <> scores_per_value.highest_score

)

select * from split_values
