-- One row per answer to a survey question, as it stood on the as-of day.
-- Invitations sent later are left out; answers given later have not come yet.
--
-- grain    survey_answer_id
-- key      survey_answer_id

with

surveys as (

    select * from raw.surveys

),

client_ids as (

    select * from staging.client_ids

),

clock as (

    select * from meta.clock

),

surveys_known as (

    select
        surveys.survey_answer_id,
        coalesce(client_ids.client_id, surveys.client_id) as client_id,
        surveys.wave,
        surveys.question,
        case
            when surveys.answered_date > clock.as_of_date then null
            else surveys.score
        end as score,
        surveys.scale_min,
        surveys.scale_max,
        surveys.invited_date,
        case
            when surveys.answered_date <= clock.as_of_date
                then surveys.answered_date
        end as answered_date,
        case
            when surveys.answered_date > clock.as_of_date then null
            else surveys.comment
        end as comment,
        surveys._source as source,
        surveys._file_id,
        surveys._record

    from surveys
    left join client_ids on surveys.client_id = client_ids.source_client_id
    cross join clock
    where
        coalesce(surveys.invited_date, surveys.answered_date) is null
        or coalesce(surveys.invited_date, surveys.answered_date)
        <= clock.as_of_date

)

select * from surveys_known
