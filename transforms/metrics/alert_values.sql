-- One row per measure that an alert of the settings watches, its dimension,
-- entity and month or wave: the figure, as pages tell it.
--
-- grain    measure, dimension, entity, period
-- key      measure, dimension, entity_id, period_date
-- answers  What did a watched figure do, period by period?
--
-- Months are complete ones; receivables and the pipeline are as they stand, so
-- their running month counts as the newest. Nothing is computed that no alert
-- asks for.

with

clock as (

    select * from meta.clock

),

rules as (

    select * from meta.alerts

),

alert_month_values as (

    select * from metrics.alert_month_values

),

receivables_by_month as (

    select * from metrics.receivables_by_month

),

satisfaction_by_wave as (

    select * from metrics.satisfaction_by_wave

),

pipeline as (

    select * from metrics.pipeline

),

wanted as (

    select
        rules.measure,
        rules.dimension

    from rules
    group by 1, 2

),

standing_values as (

    select
        wanted.measure,
        wanted.dimension,
        receivables_by_month.entity_id,
        receivables_by_month.month,
        case wanted.measure
            when 'overdue_amount'
                then cast(receivables_by_month.overdue_amount as double)
            else receivables_by_month.dso_days
        end as value

    from receivables_by_month
    inner join wanted
        on
            wanted.dimension
            = case receivables_by_month.dimension
                when 'all' then 'company' else receivables_by_month.dimension
            end
    where wanted.measure in ('overdue_amount', 'dso_days')

    union all

    select
        wanted.measure,
        wanted.dimension,
        case when pipeline.is_total then 'all' else pipeline.manager_id end
            as entity_id,
        cast(date_trunc('month', clock.as_of_date) as date) as month,
        cast(pipeline.weighted_amount as double) as value

    from pipeline
    cross join clock
    inner join wanted
        on
            wanted.dimension
            = case when pipeline.is_total then 'company' else 'manager' end
    where
        wanted.measure = 'pipeline_weighted'
        and pipeline.close_quarter = 'all'

),

-- The score that pages show: the question called so, else the first by name.
score_questions as (

    select
        coalesce(
            max(
                case
                    when satisfaction_by_wave.question = 'nps'
                        then satisfaction_by_wave.question
                end
            ),
            min(satisfaction_by_wave.question)
        ) as question

    from satisfaction_by_wave
    where satisfaction_by_wave.nps is not null

),

wave_values as (

    select
        wanted.measure,
        wanted.dimension,
        satisfaction_by_wave.entity_id,
        satisfaction_by_wave.first_asked_date as period_date,
        max(
            case
                when satisfaction_by_wave.quality_flag = 'ok'
                    then satisfaction_by_wave.nps
            end
        ) as value,
        max(
            case
                when satisfaction_by_wave.quality_flag = 'ok' then 1 else 0
            end
        ) as is_sound

    from satisfaction_by_wave
    inner join score_questions
        on satisfaction_by_wave.question = score_questions.question
    inner join wanted
        on
            wanted.dimension
            = case satisfaction_by_wave.dimension
                when 'all' then 'company' else satisfaction_by_wave.dimension
            end
    where
        wanted.measure = 'nps'
        and satisfaction_by_wave.nps is not null
        and satisfaction_by_wave.first_asked_date is not null
    group by 1, 2, 3, 4

),

watched_values as (

    select
        alert_month_values.measure,
        alert_month_values.dimension,
        alert_month_values.entity_id,
        alert_month_values.month as period_date,
        alert_month_values.value,
        alert_month_values.quality_flag

    from alert_month_values

    union all

    select
        standing_values.measure,
        standing_values.dimension,
        standing_values.entity_id,
        standing_values.month as period_date,
        standing_values.value,
        'ok' as quality_flag

    from standing_values
    inner join clock
        on standing_values.month <= clock.as_of_date

    union all

    select
        wave_values.measure,
        wave_values.dimension,
        wave_values.entity_id,
        wave_values.period_date,
        wave_values.value,
        case when wave_values.is_sound = 1 then 'ok' else 'low_n' end
            as quality_flag

    from wave_values

)

select * from watched_values
