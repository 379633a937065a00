-- One row per alert of the settings, entity it watches and period: the figure,
-- what it is told against, and whether it is past the limit. Three years of
-- periods, the newest first: 0 periods ago.
--
-- grain    alert, entity, period
-- key      alert_name, entity_id, periods_ago
-- answers  When was a figure past its limit?
--
-- A change is told against the month before or the same month of the year
-- before, as a share of it. Without a figure, or one to compare with, nothing
-- is said: unknown.

with

targets as (

    select * from metrics.alert_targets

),

numbers as (

    select * from meta.numbers

),

watched_values as (

    select * from metrics.alert_values

),

waves as (

    select
        targets.alert_name,
        targets.entity_id,
        watched_values.period_date,
        row_number() over (
            partition by targets.alert_name, targets.entity_id
            order by watched_values.period_date desc nulls last
        ) - 1 as periods_ago

    from targets
    inner join watched_values
        on targets.measure = watched_values.measure
        and targets.dimension = watched_values.dimension
        and targets.entity_id = watched_values.entity_id
    where targets.period_kind = 'wave'

),

periods as (

    select
        targets.alert_name,
        targets.entity_id,
        targets.measure,
        targets.dimension,
        targets.rule,
        targets.limit_value,
        numbers.n as periods_ago,
        case targets.period_kind
            when 'wave' then waves.period_date
            else cast(
                targets.newest_month
                - numbers.n * interval '1' month as date
            )
        end as period_date,
        case
            when targets.compared_with = 'year_before'
                then cast(
                    targets.newest_month
                    - (numbers.n + 12) * interval '1' month as date
                )
            else cast(
                targets.newest_month
                - (numbers.n + 1) * interval '1' month as date
            )
        end as compared_period_date

    from targets
    inner join numbers
        on numbers.n < 36
    left join waves
        on targets.alert_name = waves.alert_name
        and targets.entity_id = waves.entity_id
        and numbers.n = waves.periods_ago

),

periods_with_values as (

    select
        periods.alert_name,
        periods.entity_id,
        periods.rule,
        periods.limit_value,
        periods.periods_ago,
        periods.period_date,
        watched_values.value,
        watched_values.quality_flag,
        periods.compared_period_date,
        compared_values.value as compared_value,
        (watched_values.value - compared_values.value)
        / nullif(cast(abs(compared_values.value) as double), 0)
            as change_share

    from periods
    left join watched_values
        on periods.measure = watched_values.measure
        and periods.dimension = watched_values.dimension
        and periods.entity_id = watched_values.entity_id
        and periods.period_date = watched_values.period_date
    left join watched_values as compared_values
        on periods.measure = compared_values.measure
        and periods.dimension = compared_values.dimension
        and periods.entity_id = compared_values.entity_id
        and periods.compared_period_date = compared_values.period_date

),

judged_periods as (

    select
        periods_with_values.alert_name,
        periods_with_values.entity_id,
        periods_with_values.periods_ago,
        periods_with_values.period_date,
        periods_with_values.value,
        periods_with_values.quality_flag,
        periods_with_values.compared_period_date,
        periods_with_values.compared_value,
        periods_with_values.change_share,
        periods_with_values.rule in ('rises', 'falls', 'changes')
            as is_comparison,
        case
            when periods_with_values.rule = 'missing'
                then case
                    when periods_with_values.value is null then 'raised'
                    else 'ok'
                end
            when periods_with_values.value is null then 'unknown'
            when periods_with_values.rule = 'above'
                then case
                    when
                        periods_with_values.value
                        > periods_with_values.limit_value
                        then 'raised'
                    else 'ok'
                end
            when periods_with_values.rule = 'below'
                then case
                    when
                        periods_with_values.value
                        < periods_with_values.limit_value
                        then 'raised'
                    else 'ok'
                end
            when periods_with_values.change_share is null then 'unknown'
            when
                periods_with_values.rule in ('rises', 'changes')
                and periods_with_values.change_share
                > periods_with_values.limit_value
                then 'raised'
            when
                periods_with_values.rule in ('falls', 'changes')
                and -periods_with_values.change_share
                > periods_with_values.limit_value
                then 'raised'
            else 'ok'
        end as state

    from periods_with_values

)

select * from judged_periods
