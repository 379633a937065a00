-- One row per cell of the RFM grid, segment, region and manager: who stands
-- there, and how many stood there one month before. A cell may hold clients of
-- two segments: new ones and those whose first order is longer ago.
--
-- grain    recency score, FM score, segment, region, manager
-- key      recency_score, fm_score, segment, region, manager_id
-- answers  Whose champions are they, and whose are we about to lose?

with

scores as (

    select * from metrics.rfm_scores

),

clients as (

    select * from marts.clients

),

rfm_by_place as (

    select
        scores.recency_score,
        scores.fm_score,
        scores.segment,
        coalesce(clients.region, 'unknown') as region,
        coalesce(clients.manager_id, 'unknown') as manager_id,
        cast(
            count(*) filter (where scores.is_current) as bigint
        ) as client_count,
        cast(
            coalesce(
                sum(scores.monetary_amount) filter (where scores.is_current), 0
            ) as decimal(38, 4)
        ) as net_amount,
        cast(
            coalesce(
                sum(scores.recency_days) filter (where scores.is_current), 0
            ) as bigint
        ) as recency_day_count,
        cast(
            coalesce(
                sum(scores.frequency) filter (where scores.is_current), 0
            ) as bigint
        ) as purchase_day_count,
        cast(
            count(*) filter (where not scores.is_current) as bigint
        ) as previous_client_count

    from scores
    left join clients on scores.client_id = clients.client_id
    group by 1, 2, 3, 4, 5

)

select * from rfm_by_place
