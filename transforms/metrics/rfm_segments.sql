-- One row per RFM segment: its clients, their revenue and their habits.
--
-- grain    segment
-- key      segment
-- answers  How many champions do we have, and how much revenue is at risk?

with

scores as (

    select * from metrics.rfm_scores

),

segment_rules as (

    select * from metrics.rfm_segment_rules

),

segments as (

    select segment_rules.segment

    from segment_rules
    group by 1

),

totals as (

    select
        cast(count(*) as double) as client_count

    from scores
    where scores.is_current

),

scores_per_segment as (

    select
        segments.segment,
        cast(
            count(*) filter (where scores.is_current) as bigint
        ) as client_count,
        cast(
            coalesce(
                sum(scores.monetary_amount) filter (where scores.is_current), 0
            ) as decimal(38, 4)
        ) as net_amount,
        avg(cast(scores.recency_days as double)) filter (
            where scores.is_current
        ) as average_recency_days,
        avg(cast(scores.frequency as double)) filter (
            where scores.is_current
        ) as average_frequency,
        cast(
            count(*) filter (where not scores.is_current) as bigint
        ) as previous_client_count

    from segments
    left join scores
        on segments.segment = scores.segment
    group by 1

),

positive_amounts as (

    select cast(sum(scores_per_segment.net_amount) as double) as net_amount

    from scores_per_segment
    where scores_per_segment.net_amount > 0

),

segments_with_shares as (

    select
        scores_per_segment.segment,
        scores_per_segment.client_count,
        cast(scores_per_segment.client_count as double)
        / nullif(totals.client_count, 0) as client_share,
        scores_per_segment.net_amount,
        case
            when scores_per_segment.net_amount >= 0
                then
                    cast(scores_per_segment.net_amount as double)
                    / nullif(positive_amounts.net_amount, 0)
        end as net_amount_share,
        scores_per_segment.average_recency_days,
        scores_per_segment.average_frequency,
        cast(scores_per_segment.net_amount as double)
        / nullif(cast(scores_per_segment.client_count as double), 0)
            as average_amount,
        scores_per_segment.previous_client_count

    from scores_per_segment
    cross join totals
    cross join positive_amounts

)

select * from segments_with_shares
