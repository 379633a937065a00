-- One row per cell of recency score and FM score: who stands there.
--
-- grain    recency score, FM score
-- key      recency_score, fm_score
-- answers  Where do our clients stand on the RFM grid?

with

scores as (

    select * from metrics.rfm

),

segment_rules as (

    select * from metrics.rfm_segment_rules

),

cells as (

    select
        segment_rules.recency_score,
        segment_rules.fm_score,
        segment_rules.segment,
        cast(count(scores.client_id) as bigint) as client_count,
        cast(
            coalesce(sum(scores.monetary_amount), 0) as decimal(38, 4)
        ) as net_amount

    from segment_rules
    left join scores
        on segment_rules.recency_score = scores.recency_score
        and segment_rules.fm_score = scores.fm_score
    group by 1, 2, 3

)

select * from cells
