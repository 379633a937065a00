-- One row per answer to a survey question. Scores outside their scale are set
-- aside and counted.
--
-- grain    survey_answer_id
-- key      survey_answer_id

with

surveys as (

    select * from staging.surveys

),

surveys_with_scale as (

    select
        surveys.survey_answer_id,
        surveys.client_id,
        surveys.wave,
        surveys.question,
        surveys.score,
        surveys.scale_min,
        surveys.scale_max,
        surveys.invited_date,
        surveys.answered_date,
        surveys.comment,
        coalesce(
            surveys.score < surveys.scale_min
            or surveys.score > surveys.scale_max,
            false
        ) as is_out_of_scale,
        surveys.source

    from surveys

),

surveys_validated as (

    select
        surveys_with_scale.survey_answer_id,
        surveys_with_scale.client_id,
        surveys_with_scale.wave,
        surveys_with_scale.question,
        case
            when not surveys_with_scale.is_out_of_scale
                then surveys_with_scale.score
        end as score,
        surveys_with_scale.scale_min,
        surveys_with_scale.scale_max,
        surveys_with_scale.score is not null
        or surveys_with_scale.comment is not null as is_answered,
        surveys_with_scale.is_out_of_scale,
        surveys_with_scale.invited_date,
        surveys_with_scale.answered_date,
        surveys_with_scale.comment,
        surveys_with_scale.source

    from surveys_with_scale

)

select * from surveys_validated
