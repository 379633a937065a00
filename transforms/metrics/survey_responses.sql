-- One row per wave, question and respondent: the newest valid score, where and
-- whose the client was on the day it was asked, its class then, and whether one
-- of its order lines was late shortly before. An answer without a client is a
-- respondent of its own.
--
-- grain    wave, question, respondent
-- key      wave, question, respondent_id
-- answers  Who was asked, who answered, and what?

with

surveys as (

    select * from marts.surveys

),

clients as (

    select * from marts.clients

),

client_owners as (

    select * from marts.client_owners

),

client_classes as (

    select * from metrics.client_classes

),

line_deliveries as (

    select * from metrics.line_deliveries

),

settings as (

    select * from meta.settings

),

answers_in_order as (

    select
        surveys.survey_answer_id,
        surveys.wave,
        surveys.question,
        coalesce(surveys.client_id, surveys.survey_answer_id) as respondent_id,
        surveys.client_id,
        surveys.score,
        surveys.scale_min,
        surveys.scale_max,
        surveys.is_out_of_scale,
        coalesce(surveys.answered_date, surveys.invited_date) as asked_date,
        row_number() over (
            partition by
                surveys.wave,
                surveys.question,
                coalesce(surveys.client_id, surveys.survey_answer_id)
            order by
                case when surveys.score is null then 1 else 0 end asc
                nulls last,
                surveys.answered_date desc nulls last,
                surveys.survey_answer_id desc nulls last
        ) as answer_rank,
        max(
            case when surveys.is_out_of_scale then 1 else 0 end
        ) over (
            partition by
                surveys.wave,
                surveys.question,
                coalesce(surveys.client_id, surveys.survey_answer_id)
        ) as out_of_scale

    from surveys

),

respondents as (

    select
        answers_in_order.wave,
        answers_in_order.question,
        answers_in_order.respondent_id,
        answers_in_order.client_id,
        answers_in_order.score,
        answers_in_order.scale_min,
        answers_in_order.scale_max,
        answers_in_order.out_of_scale = 1 as has_out_of_scale,
        answers_in_order.asked_date

    from answers_in_order
    where answers_in_order.answer_rank = 1

),

asked_clients as (

    select
        respondents.client_id,
        min(respondents.asked_date) as first_asked_date

    from respondents
    where respondents.client_id is not null
    group by 1

),

late_lines as (

    select
        line_deliveries.client_id,
        line_deliveries.due_date

    from line_deliveries
    inner join asked_clients
        on line_deliveries.client_id = asked_clients.client_id
    where line_deliveries.is_late
    group by 1, 2

),

lines_before_answers as (

    select
        respondents.wave,
        respondents.question,
        respondents.respondent_id,
        cast(count(*) as bigint) as late_day_count

    from respondents
    cross join settings
    inner join late_lines
        on
            respondents.client_id = late_lines.client_id
            and respondents.asked_date > late_lines.due_date
            and late_lines.due_date >= cast(
                respondents.asked_date
                - settings.satisfaction_late_window_days * interval '1' day
                as date
            )
    group by 1, 2, 3

),

classes_of_asked as (

    select
        respondents.wave,
        respondents.question,
        respondents.respondent_id,
        client_classes.class_published,
        row_number() over (
            partition by
                respondents.wave,
                respondents.question,
                respondents.respondent_id
            order by client_classes.month desc nulls last
        ) as class_rank

    from respondents
    inner join client_classes
        on
            respondents.client_id = client_classes.client_id
            and respondents.asked_date > client_classes.month
            and cast(date_trunc('month', respondents.asked_date) as date)
            <> client_classes.month

),

responses as (

    select
        respondents.wave,
        respondents.question,
        respondents.respondent_id,
        respondents.client_id,
        respondents.asked_date,
        coalesce(clients.region, 'unknown') as region,
        coalesce(client_owners.manager_id, clients.manager_id, 'unknown')
            as manager_id,
        coalesce(classes_of_asked.class_published, 'unknown') as volume_class,
        respondents.score,
        respondents.scale_min,
        respondents.scale_max,
        respondents.has_out_of_scale,
        coalesce(lines_before_answers.late_day_count, 0) > 0 as has_late_line

    from respondents
    left join clients on respondents.client_id = clients.client_id
    left join client_owners
        on
            respondents.client_id = client_owners.client_id
            and respondents.asked_date >= client_owners.valid_from_date
            and respondents.asked_date
            < coalesce(client_owners.valid_until_date, date '9999-12-31')
    left join classes_of_asked
        on
            respondents.wave = classes_of_asked.wave
            and respondents.question = classes_of_asked.question
            and respondents.respondent_id = classes_of_asked.respondent_id
            and classes_of_asked.class_rank = 1
    left join lines_before_answers
        on
            respondents.wave = lines_before_answers.wave
            and respondents.question = lines_before_answers.question
            and respondents.respondent_id = lines_before_answers.respondent_id

)

select * from responses
