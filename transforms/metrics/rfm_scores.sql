-- One row per day of view and client: RFM scores and segment.
--
-- grain    day of view, client
-- key      as_of_date, client_id
-- answers  Which segment was a client in, and which is it in now?
--
-- A score counts the cut points strictly below the value, so equal clients have
-- equal scores; recency counts the other way round. A client in the cell of
-- new clients whose first order is older than 90 days is promising.

with

base as (

    select * from metrics.rfm_base

),

cut_points as (

    select * from metrics.rfm_cut_points_by_date

),

segment_rules as (

    select * from metrics.rfm_segment_rules

),

settings as (

    select * from meta.settings

),

scores_per_measure as (

    select
        base.as_of_date,
        base.client_id,
        cast(
            5 - count(*) filter (
                where cut_points.measure = 'recency'
                and base.recency_value > cut_points.value
            ) as bigint
        ) as recency_score,
        cast(
            1 + count(*) filter (
                where cut_points.measure = 'frequency'
                and cast(base.frequency as double) > cut_points.value
            ) as bigint
        ) as frequency_score,
        cast(
            1 + count(*) filter (
                where cut_points.measure = 'monetary'
                and base.monetary_value > cut_points.value
            ) as bigint
        ) as monetary_score

    from base
    inner join cut_points
        on base.as_of_date = cut_points.as_of_date
    group by 1, 2

),

scores as (

    select
        base.as_of_date,
        base.client_id,
        base.is_current,
        base.first_order_date,
        base.last_order_date,
        base.recency_days,
        base.recency_value,
        base.frequency,
        base.monetary_amount,
        base.monetary_value,
        scores_per_measure.recency_score,
        scores_per_measure.frequency_score,
        scores_per_measure.monetary_score,
        case settings.rfm_segments_by
            when 'frequency' then scores_per_measure.frequency_score
            else
                cast(
                    floor(
                        cast(
                            scores_per_measure.frequency_score
                            + scores_per_measure.monetary_score
                            + 1 as double
                        ) / 2
                    ) as bigint
                )
        end as fm_score

    from base
    cross join settings
    inner join scores_per_measure
        on base.as_of_date = scores_per_measure.as_of_date
        and base.client_id = scores_per_measure.client_id

),

scores_with_segment as (

    select
        scores.as_of_date,
        scores.client_id,
        scores.is_current,
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
        scores.fm_score,
        case
            when
                segment_rules.segment = 'new'
                and date_diff(
                    'day', scores.first_order_date, scores.as_of_date
                ) > 90
                then 'promising'
            else segment_rules.segment
        end as segment

    from scores
    inner join segment_rules
        on scores.recency_score = segment_rules.recency_score
        and scores.fm_score = segment_rules.fm_score

)

select * from scores_with_segment
