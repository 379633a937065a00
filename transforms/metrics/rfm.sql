-- One row per client with a valid order in the window: RFM scores and segment
-- today, and the segment one month before.
--
-- grain    client
-- key      client_id
-- answers  Who are our best clients? Whom are we about to lose?

with

clock as (

    select * from meta.clock

),

model_versions as (

    select * from meta.model_versions

),

scores as (

    select * from metrics.rfm_scores

),

totals as (

    select cast(count(*) as bigint) as client_count

    from scores
    where scores.is_current

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
        || cast(previous_scores.monetary_score as varchar) as previous_rfm,
        totals.client_count as scored_client_count,
        case when totals.client_count < 30 then 'low_n' else 'ok' end
            as quality_flag,
        model_versions.model_version,
        clock.as_of_date

    from scores
    cross join clock
    cross join totals
    left join model_versions
        on model_versions.relation = 'metrics.rfm'
    left join scores as previous_scores
        on scores.client_id = previous_scores.client_id
        and not previous_scores.is_current
    where scores.is_current

)

select * from scores_with_previous
