-- One row per wave, question and entity (all, a region, a manager, a class):
-- who was asked, who answered, and the mean with the limits of Student's t.
-- One answer per client. Satisfied are the highest scores of the scale (two of
-- five, by the settings); promoters give 9 and 10, detractors 0 to 6 on scales
-- of 0 to 10, where nobody is called satisfied.
--
-- grain    wave, question, dimension, entity
-- key      wave, question, dimension, entity_id
-- answers  How many answered, and what on average?

with

survey_responses as (

    select * from metrics.survey_responses

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

scores_per_entity as (

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
        ) as promoter_count,
        cast(
            count(*) filter (
                where
                    responses_judged.is_nps_scale
                    and responses_judged.score > 6
                    and responses_judged.score < 9
            ) as bigint
        ) as passive_count,
        cast(
            count(*) filter (
                where
                    responses_judged.is_nps_scale
                    and responses_judged.score <= 6
            ) as bigint
        ) as detractor_count

    from responses_judged
    group by 1, 2, 3, 4

),

scores_sized as (

    select
        scores_per_entity.wave,
        scores_per_entity.question,
        scores_per_entity.dimension,
        scores_per_entity.entity_id,
        scores_per_entity.first_asked_date,
        scores_per_entity.invited_count,
        scores_per_entity.responded_count,
        scores_per_entity.out_of_scale_count,
        cast(scores_per_entity.score_sum as double)
        / nullif(cast(scores_per_entity.responded_count as double), 0)
            as score_mean,
        case
            when scores_per_entity.responded_count > 1
                then
                    cast(
                        scores_per_entity.score_squares
                        - scores_per_entity.score_sum
                        * scores_per_entity.score_sum
                        / nullif(
                            cast(scores_per_entity.responded_count as double), 0
                        ) as double
                    ) / nullif(
                        cast(scores_per_entity.responded_count - 1 as double), 0
                    )
        end as score_variance,
        scores_per_entity.satisfied_count,
        scores_per_entity.has_nps_scale,
        scores_per_entity.promoter_count,
        scores_per_entity.passive_count,
        scores_per_entity.detractor_count,
        nullif(cast(scores_per_entity.responded_count as double), 0)
            as sample_size,
        1.959964e0 * 1.959964e0 as squared_z

    from scores_per_entity

),

scores_with_quantile as (

    select
        scores_sized.wave,
        scores_sized.question,
        scores_sized.dimension,
        scores_sized.entity_id,
        scores_sized.first_asked_date,
        scores_sized.invited_count,
        scores_sized.responded_count,
        scores_sized.out_of_scale_count,
        scores_sized.score_mean,
        case
            when scores_sized.score_variance < 0 then 0e0
            else scores_sized.score_variance
        end as score_variance,
        scores_sized.sample_size,
        case scores_sized.responded_count - 1
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
                    scores_sized.squared_z * 1.959964e0
                    + 1.959964e0 as double
                )
                / nullif(4e0 * (scores_sized.sample_size - 1e0), 0)
                + cast(
                    5e0 * scores_sized.squared_z
                    * scores_sized.squared_z * 1.959964e0
                    + 16e0 * scores_sized.squared_z * 1.959964e0
                    + 3e0 * 1.959964e0 as double
                )
                / nullif(96e0 * power(scores_sized.sample_size - 1e0, 2), 0)
        end as t_quantile,
        scores_sized.satisfied_count,
        scores_sized.has_nps_scale,
        scores_sized.promoter_count,
        scores_sized.passive_count,
        scores_sized.detractor_count

    from scores_sized

),

scores_with_limits as (

    select
        scores_with_quantile.wave,
        scores_with_quantile.question,
        scores_with_quantile.dimension,
        scores_with_quantile.entity_id,
        scores_with_quantile.first_asked_date,
        scores_with_quantile.invited_count,
        scores_with_quantile.responded_count,
        scores_with_quantile.out_of_scale_count,
        scores_with_quantile.score_mean,
        scores_with_quantile.score_mean
        - scores_with_quantile.t_quantile * sqrt(
            cast(scores_with_quantile.score_variance as double)
            / nullif(scores_with_quantile.sample_size, 0)
        ) as score_mean_lower,
        scores_with_quantile.score_mean
        + scores_with_quantile.t_quantile * sqrt(
            cast(scores_with_quantile.score_variance as double)
            / nullif(scores_with_quantile.sample_size, 0)
        ) as score_mean_upper,
        scores_with_quantile.satisfied_count,
        case
            when scores_with_quantile.has_nps_scale = 1
                then scores_with_quantile.promoter_count
        end as promoter_count,
        case
            when scores_with_quantile.has_nps_scale = 1
                then scores_with_quantile.passive_count
        end as passive_count,
        case
            when scores_with_quantile.has_nps_scale = 1
                then scores_with_quantile.detractor_count
        end as detractor_count

    from scores_with_quantile

)

select * from scores_with_limits
