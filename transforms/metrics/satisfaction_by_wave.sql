-- One row per wave, question and entity (all, a region, a manager, a class):
-- what clients said. One answer per client. Mean with the limits of Student's
-- t; satisfied are the highest scores of the scale (two of five, by the
-- settings), with the limits of Wilson; NPS = 100 × (share of 9 and 10 less
-- share of 0 to 6) on scales of 0 to 10, its variance 10,000 × (P + N −
-- (P − N)²) / n. Where nobody differs the variance is zero and the limits are
-- those of Wilson for both shares, also where waves are compared. A change
-- against the wave before is one only if its interval leaves out zero. Below 30
-- answers figures are not to be shown.
--
-- grain    wave, question, dimension, entity
-- key      wave, question, dimension, entity_id
-- answers  Are clients satisfied? Did it change, beyond chance?

with

survey_responses as (

    select * from metrics.survey_responses

),

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

responses_per_entity as (

    select
        survey_responses.wave,
        survey_responses.question,
        'all' as dimension,
        'all' as entity_id,
        survey_responses.asked_date,
        survey_responses.score,
        survey_responses.scale_min,
        survey_responses.scale_max,
        survey_responses.has_out_of_scale

    from survey_responses

    union all

    select
        survey_responses.wave,
        survey_responses.question,
        'region' as dimension,
        survey_responses.region as entity_id,
        survey_responses.asked_date,
        survey_responses.score,
        survey_responses.scale_min,
        survey_responses.scale_max,
        survey_responses.has_out_of_scale

    from survey_responses

    union all

    select
        survey_responses.wave,
        survey_responses.question,
        'manager' as dimension,
        survey_responses.manager_id as entity_id,
        survey_responses.asked_date,
        survey_responses.score,
        survey_responses.scale_min,
        survey_responses.scale_max,
        survey_responses.has_out_of_scale

    from survey_responses

    union all

    select
        survey_responses.wave,
        survey_responses.question,
        'class' as dimension,
        survey_responses.volume_class as entity_id,
        survey_responses.asked_date,
        survey_responses.score,
        survey_responses.scale_min,
        survey_responses.scale_max,
        survey_responses.has_out_of_scale

    from survey_responses

),

responses_judged as (

    select
        responses_per_entity.wave,
        responses_per_entity.question,
        responses_per_entity.dimension,
        responses_per_entity.entity_id,
        responses_per_entity.asked_date,
        responses_per_entity.score,
        responses_per_entity.has_out_of_scale,
        coalesce(
            responses_per_entity.scale_min = 0
            and responses_per_entity.scale_max = 10,
            lower(responses_per_entity.question) = 'nps'
        ) as is_nps_scale,
        responses_per_entity.scale_max
        - cast(settings.satisfaction_top_box as double) as satisfied_above

    from responses_per_entity
    cross join settings

),

figures as (

    select
        responses_judged.wave,
        responses_judged.question,
        responses_judged.dimension,
        responses_judged.entity_id,
        min(responses_judged.asked_date) as first_asked_date,
        cast(count(*) as bigint) as invited_count,
        cast(count(responses_judged.score) as bigint) as responded_count,
        cast(
            count(*) filter (where responses_judged.has_out_of_scale) as bigint
        ) as out_of_scale_count,
        cast(
            sum(
                cast(
                    responses_judged.score * responses_judged.score
                    as decimal(18, 6)
                )
            ) as double
        ) as score_squares,
        cast(sum(cast(responses_judged.score as decimal(18, 6))) as double)
            as score_sum,
        case
            when
                count(*) filter (
                    where
                        responses_judged.satisfied_above is not null
                        and not responses_judged.is_nps_scale
                ) > 0
                then cast(
                    count(*) filter (
                        where
                            responses_judged.score
                            > responses_judged.satisfied_above
                            and not responses_judged.is_nps_scale
                    ) as bigint
                )
        end as satisfied_count,
        max(
            case when responses_judged.is_nps_scale then 1 else 0 end
        ) as has_nps_scale,
        cast(
            count(*) filter (
                where
                    responses_judged.is_nps_scale
                    and responses_judged.score >= 9
            ) as bigint
        ) as nps_promoter_count,
        cast(
            count(*) filter (
                where
                    responses_judged.is_nps_scale
                    and responses_judged.score > 6
                    and responses_judged.score < 9
            ) as bigint
        ) as nps_passive_count,
        cast(
            count(*) filter (
                where
                    responses_judged.is_nps_scale
                    and responses_judged.score <= 6
            ) as bigint
        ) as nps_detractor_count

    from responses_judged
    group by 1, 2, 3, 4

),

figures_sized as (

    select
        figures.wave,
        figures.question,
        figures.dimension,
        figures.entity_id,
        figures.first_asked_date,
        figures.invited_count,
        figures.responded_count,
        figures.out_of_scale_count,
        cast(figures.score_sum as double)
        / nullif(cast(figures.responded_count as double), 0) as score_mean,
        case
            when figures.responded_count > 1
                then
                    cast(
                        figures.score_squares
                        - figures.score_sum * figures.score_sum
                        / nullif(cast(figures.responded_count as double), 0)
                        as double
                    ) / nullif(cast(figures.responded_count - 1 as double), 0)
        end as score_variance,
        figures.satisfied_count,
        figures.has_nps_scale,
        figures.nps_promoter_count,
        figures.nps_passive_count,
        figures.nps_detractor_count,
        nullif(cast(figures.responded_count as double), 0) as sample_size,
        cast(figures.satisfied_count as double)
        / nullif(cast(figures.responded_count as double), 0) as csat,
        case
            when figures.has_nps_scale = 1
                then
                    cast(figures.nps_promoter_count as double)
                    / nullif(cast(figures.responded_count as double), 0)
        end as promoter_share,
        case
            when figures.has_nps_scale = 1
                then
                    cast(figures.nps_detractor_count as double)
                    / nullif(cast(figures.responded_count as double), 0)
        end as detractor_share,
        1.959964e0 * 1.959964e0 as squared_z

    from figures

),

limits as (

    select
        figures_sized.wave,
        figures_sized.question,
        figures_sized.dimension,
        figures_sized.entity_id,
        figures_sized.first_asked_date,
        figures_sized.invited_count,
        figures_sized.responded_count,
        figures_sized.out_of_scale_count,
        figures_sized.score_mean,
        case
            when figures_sized.score_variance < 0 then 0e0
            else figures_sized.score_variance
        end as score_variance,
        case figures_sized.responded_count - 1
            when 1 then 12.7062047e0
            when 2 then 4.3026527e0
            when 3 then 3.1824463e0
            when 4 then 2.7764451e0
            when 5 then 2.5705818e0
            when 6 then 2.4469119e0
            when 7 then 2.3646243e0
            when 8 then 2.3060041e0
            when 9 then 2.2621572e0
            when 10 then 2.2281389e0
            when 11 then 2.2009852e0
            when 12 then 2.1788128e0
            when 13 then 2.1603687e0
            when 14 then 2.1447867e0
            when 15 then 2.1314495e0
            when 16 then 2.1199053e0
            when 17 then 2.1098156e0
            when 18 then 2.1009220e0
            when 19 then 2.0930241e0
            when 20 then 2.0859634e0
            when 21 then 2.0796138e0
            when 22 then 2.0738731e0
            when 23 then 2.0686576e0
            when 24 then 2.0638986e0
            when 25 then 2.0595386e0
            when 26 then 2.0555294e0
            when 27 then 2.0518305e0
            when 28 then 2.0484071e0
            when 29 then 2.0452296e0
            when 30 then 2.0422725e0
            else
                1.959964e0
                + cast(
                    figures_sized.squared_z * 1.959964e0
                    + 1.959964e0 as double
                )
                / nullif(4e0 * (figures_sized.sample_size - 1e0), 0)
                + cast(
                    5e0 * figures_sized.squared_z
                    * figures_sized.squared_z * 1.959964e0
                    + 16e0 * figures_sized.squared_z * 1.959964e0
                    + 3e0 * 1.959964e0 as double
                )
                / nullif(96e0 * power(figures_sized.sample_size - 1e0, 2), 0)
        end as t_quantile,
        figures_sized.satisfied_count,
        figures_sized.has_nps_scale,
        figures_sized.nps_promoter_count,
        figures_sized.nps_passive_count,
        figures_sized.nps_detractor_count,
        figures_sized.sample_size,
        figures_sized.csat,
        figures_sized.promoter_share,
        figures_sized.detractor_share,
        figures_sized.promoter_share
        + figures_sized.detractor_share
        - power(
            figures_sized.promoter_share - figures_sized.detractor_share, 2
        ) as nps_unit_variance,
        figures_sized.squared_z

    from figures_sized

),

limits_of_wilson as (

    select
        limits.wave,
        limits.question,
        limits.dimension,
        limits.entity_id,
        limits.first_asked_date,
        limits.invited_count,
        limits.responded_count,
        limits.out_of_scale_count,
        limits.score_mean,
        limits.score_variance,
        limits.t_quantile,
        limits.satisfied_count,
        limits.has_nps_scale,
        limits.nps_promoter_count,
        limits.nps_passive_count,
        limits.nps_detractor_count,
        limits.sample_size,
        limits.csat,
        limits.promoter_share,
        limits.detractor_share,
        limits.nps_unit_variance,
        cast(
            limits.csat
            + limits.squared_z * 0.5e0
            / nullif(limits.sample_size, 0) as double
        ) / nullif(
            1e0 + cast(limits.squared_z as double)
            / nullif(limits.sample_size, 0),
            0
        ) as csat_centre,
        1.959964e0
        * sqrt(
            cast(
                limits.csat * (1e0 - limits.csat) as double
            )
            / nullif(limits.sample_size, 0)
            + cast(limits.squared_z * 0.25e0 as double)
            / nullif(limits.sample_size * limits.sample_size, 0)
        )
        / nullif(
            1e0 + cast(limits.squared_z as double)
            / nullif(limits.sample_size, 0),
            0
        ) as csat_half_width,
        cast(
            limits.promoter_share
            + limits.squared_z * 0.5e0
            / nullif(limits.sample_size, 0) as double
        ) / nullif(
            1e0 + cast(limits.squared_z as double)
            / nullif(limits.sample_size, 0),
            0
        ) as promoter_share_centre,
        1.959964e0
        * sqrt(
            cast(
                limits.promoter_share * (1e0 - limits.promoter_share) as double
            )
            / nullif(limits.sample_size, 0)
            + cast(limits.squared_z * 0.25e0 as double)
            / nullif(limits.sample_size * limits.sample_size, 0)
        )
        / nullif(
            1e0 + cast(limits.squared_z as double)
            / nullif(limits.sample_size, 0),
            0
        ) as promoter_share_half_width,
        cast(
            limits.detractor_share
            + limits.squared_z * 0.5e0
            / nullif(limits.sample_size, 0) as double
        ) / nullif(
            1e0 + cast(limits.squared_z as double)
            / nullif(limits.sample_size, 0),
            0
        ) as detractor_share_centre,
        1.959964e0
        * sqrt(
            cast(
                limits.detractor_share
                * (1e0 - limits.detractor_share) as double
            )
            / nullif(limits.sample_size, 0)
            + cast(limits.squared_z * 0.25e0 as double)
            / nullif(limits.sample_size * limits.sample_size, 0)
        )
        / nullif(
            1e0 + cast(limits.squared_z as double)
            / nullif(limits.sample_size, 0),
            0
        ) as detractor_share_half_width

    from limits

),

waves_with_limits as (

    select
        limits_of_wilson.wave,
        limits_of_wilson.question,
        limits_of_wilson.dimension,
        limits_of_wilson.entity_id,
        limits_of_wilson.first_asked_date,
        limits_of_wilson.invited_count,
        limits_of_wilson.responded_count,
        limits_of_wilson.out_of_scale_count,
        cast(limits_of_wilson.responded_count as double)
        / nullif(cast(limits_of_wilson.invited_count as double), 0)
            as response_rate,
        limits_of_wilson.score_mean,
        limits_of_wilson.score_mean
        - limits_of_wilson.t_quantile * sqrt(
            cast(limits_of_wilson.score_variance as double)
            / nullif(limits_of_wilson.sample_size, 0)
        ) as score_mean_lower,
        limits_of_wilson.score_mean
        + limits_of_wilson.t_quantile * sqrt(
            cast(limits_of_wilson.score_variance as double)
            / nullif(limits_of_wilson.sample_size, 0)
        ) as score_mean_upper,
        limits_of_wilson.csat,
        limits_of_wilson.csat_centre
        - limits_of_wilson.csat_half_width as csat_lower,
        limits_of_wilson.csat_centre
        + limits_of_wilson.csat_half_width as csat_upper,
        case
            when limits_of_wilson.has_nps_scale = 1
                then limits_of_wilson.nps_promoter_count
        end as promoter_count,
        case
            when limits_of_wilson.has_nps_scale = 1
                then limits_of_wilson.nps_passive_count
        end as passive_count,
        case
            when limits_of_wilson.has_nps_scale = 1
                then limits_of_wilson.nps_detractor_count
        end as detractor_count,
        100e0 * (
            limits_of_wilson.promoter_share
            - limits_of_wilson.detractor_share
        ) as nps,
        cast(10000e0 * limits_of_wilson.nps_unit_variance as double)
        / nullif(limits_of_wilson.sample_size, 0) as nps_variance,
        100e0 * (
            limits_of_wilson.promoter_share_centre
            - limits_of_wilson.promoter_share_half_width
            - limits_of_wilson.detractor_share_centre
            - limits_of_wilson.detractor_share_half_width
        ) as nps_lowest,
        100e0 * (
            limits_of_wilson.promoter_share_centre
            + limits_of_wilson.promoter_share_half_width
            - limits_of_wilson.detractor_share_centre
            + limits_of_wilson.detractor_share_half_width
        ) as nps_highest

    from limits_of_wilson

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
