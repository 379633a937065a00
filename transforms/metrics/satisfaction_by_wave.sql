-- One row per wave, question and entity (all, a region, a manager, a class):
-- what clients said. Satisfied clients with the limits of Wilson; NPS = 100 ×
-- (share of 9 and 10 less share of 0 to 6) on scales of 0 to 10, its variance
-- 10,000 × (P + N − (P − N)²) / n. Where nobody differs the variance is zero
-- and the limits are those of Wilson for both shares, also where waves are
-- compared. A change against the wave before is one only if its interval leaves
-- out zero. Below 30 answers figures are not to be shown.
--
-- grain    wave, question, dimension, entity
-- key      wave, question, dimension, entity_id
-- answers  Are clients satisfied? Did it change, beyond chance?

with

survey_scores as (

    select * from metrics.survey_scores

),

survey_shares as (

    select * from metrics.survey_shares

),

clock as (

    select * from meta.clock

),

shares_side_by_side as (

    select
        survey_shares.wave,
        survey_shares.question,
        survey_shares.dimension,
        survey_shares.entity_id,
        max(survey_shares.share) filter (
            where survey_shares.answer = 'satisfied'
        ) as csat,
        max(survey_shares.centre) filter (
            where survey_shares.answer = 'satisfied'
        ) as csat_centre,
        max(survey_shares.half_width) filter (
            where survey_shares.answer = 'satisfied'
        ) as csat_half_width,
        max(survey_shares.share) filter (
            where survey_shares.answer = 'promoter'
        ) as promoter_share,
        max(survey_shares.centre) filter (
            where survey_shares.answer = 'promoter'
        ) as promoter_share_centre,
        max(survey_shares.half_width) filter (
            where survey_shares.answer = 'promoter'
        ) as promoter_share_half_width,
        max(survey_shares.share) filter (
            where survey_shares.answer = 'detractor'
        ) as detractor_share,
        max(survey_shares.centre) filter (
            where survey_shares.answer = 'detractor'
        ) as detractor_share_centre,
        max(survey_shares.half_width) filter (
            where survey_shares.answer = 'detractor'
        ) as detractor_share_half_width

    from survey_shares
    group by 1, 2, 3, 4

),

waves_with_limits as (

    select
        survey_scores.wave,
        survey_scores.question,
        survey_scores.dimension,
        survey_scores.entity_id,
        survey_scores.first_asked_date,
        survey_scores.invited_count,
        survey_scores.responded_count,
        survey_scores.out_of_scale_count,
        cast(survey_scores.responded_count as double)
        / nullif(cast(survey_scores.invited_count as double), 0)
            as response_rate,
        survey_scores.score_mean,
        survey_scores.score_mean_lower,
        survey_scores.score_mean_upper,
        shares.csat,
        shares.csat_centre - shares.csat_half_width as csat_lower,
        shares.csat_centre + shares.csat_half_width as csat_upper,
        survey_scores.promoter_count,
        survey_scores.passive_count,
        survey_scores.detractor_count,
        100e0 * (shares.promoter_share - shares.detractor_share) as nps,
        cast(
            10000e0 * (
                shares.promoter_share + shares.detractor_share
                - power(shares.promoter_share - shares.detractor_share, 2)
            ) as double
        )
        / nullif(cast(survey_scores.responded_count as double), 0)
            as nps_variance,
        100e0 * (
            shares.promoter_share_centre - shares.promoter_share_half_width
            - shares.detractor_share_centre - shares.detractor_share_half_width
        ) as nps_lowest,
        100e0 * (
            shares.promoter_share_centre + shares.promoter_share_half_width
            - shares.detractor_share_centre + shares.detractor_share_half_width
        ) as nps_highest

    from survey_scores
    left join shares_side_by_side as shares
        on
            survey_scores.wave = shares.wave
            and survey_scores.question = shares.question
            and survey_scores.dimension = shares.dimension
            and survey_scores.entity_id = shares.entity_id

),

nps_reaches as (

    select
        waves_with_limits.wave,
        waves_with_limits.question,
        waves_with_limits.dimension,
        waves_with_limits.entity_id,
        waves_with_limits.first_asked_date,
        waves_with_limits.nps,
        case
            when waves_with_limits.nps_variance > 0.000000001e0
                then 1.959964e0 * sqrt(waves_with_limits.nps_variance)
            else waves_with_limits.nps - waves_with_limits.nps_lowest
        end as nps_below,
        case
            when waves_with_limits.nps_variance > 0.000000001e0
                then 1.959964e0 * sqrt(waves_with_limits.nps_variance)
            else waves_with_limits.nps_highest - waves_with_limits.nps
        end as nps_above

    from waves_with_limits

),

waves_in_order as (

    select
        nps_reaches.wave,
        nps_reaches.question,
        nps_reaches.dimension,
        nps_reaches.entity_id,
        nps_reaches.nps,
        nps_reaches.nps_below,
        nps_reaches.nps_above,
        lag(nps_reaches.nps) over (
            partition by
                nps_reaches.question,
                nps_reaches.dimension,
                nps_reaches.entity_id
            order by
                nps_reaches.first_asked_date asc nulls last,
                nps_reaches.wave asc nulls last
        ) as nps_before,
        lag(nps_reaches.nps_below) over (
            partition by
                nps_reaches.question,
                nps_reaches.dimension,
                nps_reaches.entity_id
            order by
                nps_reaches.first_asked_date asc nulls last,
                nps_reaches.wave asc nulls last
        ) as nps_below_before,
        lag(nps_reaches.nps_above) over (
            partition by
                nps_reaches.question,
                nps_reaches.dimension,
                nps_reaches.entity_id
            order by
                nps_reaches.first_asked_date asc nulls last,
                nps_reaches.wave asc nulls last
        ) as nps_above_before

    from nps_reaches

),

waves_with_change as (

    select
        waves_with_limits.wave,
        waves_with_limits.question,
        waves_with_limits.dimension,
        waves_with_limits.entity_id,
        waves_with_limits.first_asked_date,
        waves_with_limits.invited_count,
        waves_with_limits.responded_count,
        waves_with_limits.out_of_scale_count,
        waves_with_limits.response_rate,
        waves_with_limits.score_mean,
        waves_with_limits.score_mean_lower,
        waves_with_limits.score_mean_upper,
        waves_with_limits.csat,
        waves_with_limits.csat_lower,
        waves_with_limits.csat_upper,
        waves_with_limits.promoter_count,
        waves_with_limits.passive_count,
        waves_with_limits.detractor_count,
        waves_with_limits.nps,
        case
            when waves_in_order.nps - waves_in_order.nps_below < -100e0
                then -100e0
            else waves_in_order.nps - waves_in_order.nps_below
        end as nps_lower,
        case
            when waves_in_order.nps + waves_in_order.nps_above > 100e0
                then 100e0
            else waves_in_order.nps + waves_in_order.nps_above
        end as nps_upper,
        waves_with_limits.nps - waves_in_order.nps_before as nps_change,
        case
            when waves_in_order.nps < waves_in_order.nps_before
                then sqrt(
                    power(waves_in_order.nps_above, 2)
                    + power(waves_in_order.nps_below_before, 2)
                )
            else sqrt(
                power(waves_in_order.nps_below, 2)
                + power(waves_in_order.nps_above_before, 2)
            )
        end as nps_change_margin,
        case
            when waves_with_limits.responded_count = 0 then 'no_answers'
            when waves_with_limits.responded_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from waves_with_limits
    cross join clock
    left join waves_in_order
        on
            waves_with_limits.wave = waves_in_order.wave
            and waves_with_limits.question = waves_in_order.question
            and waves_with_limits.dimension = waves_in_order.dimension
            and waves_with_limits.entity_id = waves_in_order.entity_id

),

waves_judged as (

    select
        waves_with_change.wave,
        waves_with_change.question,
        waves_with_change.dimension,
        waves_with_change.entity_id,
        waves_with_change.first_asked_date,
        waves_with_change.invited_count,
        waves_with_change.responded_count,
        waves_with_change.out_of_scale_count,
        waves_with_change.response_rate,
        waves_with_change.score_mean,
        waves_with_change.score_mean_lower,
        waves_with_change.score_mean_upper,
        waves_with_change.csat,
        waves_with_change.csat_lower,
        waves_with_change.csat_upper,
        waves_with_change.promoter_count,
        waves_with_change.passive_count,
        waves_with_change.detractor_count,
        waves_with_change.nps,
        waves_with_change.nps_lower,
        waves_with_change.nps_upper,
        waves_with_change.nps_change,
        waves_with_change.nps_change_margin,
        case
            when waves_with_change.nps_change is null then 'unknown'
            when
                waves_with_change.nps_change_margin > 0.000001e0
                and waves_with_change.nps_change
                > waves_with_change.nps_change_margin
                then 'better'
            when
                waves_with_change.nps_change_margin > 0.000001e0
                and waves_with_change.nps_change
                < -waves_with_change.nps_change_margin
                then 'worse'
            else 'unchanged'
        end as nps_verdict,
        waves_with_change.quality_flag,
        waves_with_change.as_of_date

    from waves_with_change

)

select * from waves_judged
