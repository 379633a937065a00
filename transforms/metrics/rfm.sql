-- One row per client with a valid order in the window: RFM scores and segment
-- today, and the segment one month before.
--
-- grain    client
-- key      client_id
-- answers  Who are our best clients? Whom are we about to lose?

with

scores as (

    select * from metrics.rfm_scores

),

scores_with_previous as (

    select
        scores.client_id,
        scores.first_order_date,
        scores.last_order_date,
        scores.recency_days,
        scores.recency_value,
        scores.frequency,
        scores.monetary_amount,
        scores.monetary_value,
        scores.recency_score,
        scores.frequency_score,
        scores.monetary_score,
        cast(scores.recency_score as varchar)
        || cast(scores.frequency_score as varchar)
        || cast(scores.monetary_score as varchar) as rfm,
        scores.fm_score,
        scores.segment,
        previous_scores.segment as previous_segment,
        cast(previous_scores.recency_score as varchar)
        || cast(previous_scores.frequency_score as varchar)
        || cast(previous_scores.monetary_score as varchar) as previous_rfm

    from scores
    left join scores as previous_scores
        on scores.client_id = previous_scores.client_id
        and not previous_scores.is_current
    where scores.is_current

)

select * from scores_with_previous
