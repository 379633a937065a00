-- One row per wave, question, entity and kind of answer (satisfied, promoter,
-- detractor) its scale knows: its share of all answers, and the 95 % limits of
-- Wilson as a centre and a half width.
--
-- grain    wave, question, dimension, entity, answer
-- key      wave, question, dimension, entity_id, answer
-- answers  How large may the share of satisfied clients really be?

with

survey_scores as (

    select * from metrics.survey_scores

),

shares as (

    select
        survey_scores.wave,
        survey_scores.question,
        survey_scores.dimension,
        survey_scores.entity_id,
        'satisfied' as answer,
        cast(survey_scores.satisfied_count as double)
        / nullif(cast(survey_scores.responded_count as double), 0) as share,
        nullif(cast(survey_scores.responded_count as double), 0) as sample_size

    from survey_scores
    where survey_scores.satisfied_count is not null

    union all

    select
        survey_scores.wave,
        survey_scores.question,
        survey_scores.dimension,
        survey_scores.entity_id,
        'promoter' as answer,
        cast(survey_scores.promoter_count as double)
        / nullif(cast(survey_scores.responded_count as double), 0) as share,
        nullif(cast(survey_scores.responded_count as double), 0) as sample_size

    from survey_scores
    where survey_scores.promoter_count is not null

    union all

    select
        survey_scores.wave,
        survey_scores.question,
        survey_scores.dimension,
        survey_scores.entity_id,
        'detractor' as answer,
        cast(survey_scores.detractor_count as double)
        / nullif(cast(survey_scores.responded_count as double), 0) as share,
        nullif(cast(survey_scores.responded_count as double), 0) as sample_size

    from survey_scores
    where survey_scores.detractor_count is not null

),

shares_with_limits as (

    select
        shares.wave,
        shares.question,
        shares.dimension,
        shares.entity_id,
        shares.answer,
        shares.share,
        cast(
            shares.share
            + 1.959964e0 * 1.959964e0 * 0.5e0
            / nullif(shares.sample_size, 0) as double
        ) / nullif(
            1e0 + cast(1.959964e0 * 1.959964e0 as double)
            / nullif(shares.sample_size, 0),
            0
        ) as centre,
        1.959964e0
        * sqrt(
            cast(shares.share * (1e0 - shares.share) as double)
            / nullif(shares.sample_size, 0)
            + cast(1.959964e0 * 1.959964e0 * 0.25e0 as double)
            / nullif(shares.sample_size * shares.sample_size, 0)
        )
        / nullif(
            1e0 + cast(1.959964e0 * 1.959964e0 as double)
            / nullif(shares.sample_size, 0),
            0
        ) as half_width

    from shares

)

select * from shares_with_limits
