-- One row per alert of the settings and entity it watches: what the newest
-- figure says, and since when.
--
-- grain    alert, entity
-- key      alert_name, entity_id
-- answers  What went past its limit, and since when?
--
-- An alert that names no region or manager watches each that has a figure in
-- the newest period, or had one in most months of the year before since its
-- first there, two at least: who falls silent is unknown, not within the limit.
-- A manager who left is not missed. Missing ones are each that had one then.
-- The newest period is the last complete month; the running one for figures as
-- they stand; the last wave of surveys. A change is told against the month
-- before or the same month of the year before, as a share of it. Without a
-- figure, or one to compare with, nothing is said: unknown. Since is the first
-- of the periods that followed each other in the same state, up to three years
-- back.

with

clock as (

    select * from meta.clock

),

numbers as (

    select * from meta.numbers

),

rules as (

    select * from meta.alerts

),

watched_values as (

    select * from metrics.alert_values

),

managers as (

    select * from marts.managers

),

rules_with_newest_period as (

    select
        rules.position,
        rules.alert_name,
        rules.measure,
        rules.dimension,
        rules.entity_id,
        rules.rule,
        rules.limit_value,
        rules.compared_with,
        rules.severity,
        clock.as_of_date,
        case
            when rules.measure = 'nps' then 'wave'
            else 'month'
        end as period_kind,
        case
            when
                rules.measure
                in ('overdue_amount', 'dso_days', 'pipeline_weighted')
                then cast(date_trunc('month', clock.as_of_date) as date)
            else cast(
                cast(
                    date_trunc(
                        'month',
                        cast(clock.as_of_date + interval '1' day as date)
                    ) as date
                ) - interval '1' month as date
            )
        end as newest_month

    from rules
    cross join clock

),

-- Regions or managers with a figure in the newest period or the year before.
entities_with_figures as (

    select
        rules_with_newest_period.alert_name,
        rules_with_newest_period.rule,
        rules_with_newest_period.period_kind,
        watched_values.entity_id,
        count(*) filter (
            where watched_values.period_date
            = rules_with_newest_period.newest_month
        ) as newest_count,
        count(*) filter (
            where watched_values.period_date
            < rules_with_newest_period.newest_month
        ) as earlier_count,
        extract(year from rules_with_newest_period.newest_month) * 12
        + extract(month from rules_with_newest_period.newest_month)
        - extract(year from min(watched_values.period_date)) * 12
        - extract(month from min(watched_values.period_date)) as month_count,
        coalesce(
            rules_with_newest_period.dimension = 'manager'
            and managers.left_date <= rules_with_newest_period.as_of_date,
            false
        ) as has_left

    from rules_with_newest_period
    inner join watched_values
        on rules_with_newest_period.measure = watched_values.measure
        and rules_with_newest_period.dimension = watched_values.dimension
        and watched_values.period_date >= cast(
            rules_with_newest_period.newest_month
            - interval '12' month as date
        )
    left join managers
        on watched_values.entity_id = managers.manager_id
    where
        rules_with_newest_period.entity_id is null
        and rules_with_newest_period.dimension <> 'company'
        and watched_values.entity_id <> 'unknown'
        and watched_values.value is not null
    group by
        rules_with_newest_period.alert_name,
        rules_with_newest_period.rule,
        rules_with_newest_period.period_kind,
        rules_with_newest_period.newest_month,
        rules_with_newest_period.dimension,
        rules_with_newest_period.as_of_date,
        watched_values.entity_id,
        managers.left_date

),

targets as (

    select
        rules_with_newest_period.alert_name,
        coalesce(rules_with_newest_period.entity_id, 'all') as entity_id

    from rules_with_newest_period
    where
        rules_with_newest_period.entity_id is not null
        or rules_with_newest_period.dimension = 'company'

    union all

    select
        entities_with_figures.alert_name,
        entities_with_figures.entity_id

    from entities_with_figures
    where
        entities_with_figures.rule = 'missing'
        or entities_with_figures.period_kind = 'wave'
        or entities_with_figures.newest_count > 0
        or (
            entities_with_figures.earlier_count > 1
            and 2 * entities_with_figures.earlier_count
            > entities_with_figures.month_count
            and not entities_with_figures.has_left
        )

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
    inner join rules_with_newest_period
        on targets.alert_name = rules_with_newest_period.alert_name
    inner join watched_values
        on rules_with_newest_period.measure = watched_values.measure
        and rules_with_newest_period.dimension = watched_values.dimension
        and targets.entity_id = watched_values.entity_id
    where rules_with_newest_period.period_kind = 'wave'

),

periods as (

    select
        targets.alert_name,
        targets.entity_id,
        numbers.n as periods_ago,
        case rules_with_newest_period.period_kind
            when 'wave' then waves.period_date
            else cast(
                rules_with_newest_period.newest_month
                - numbers.n * interval '1' month as date
            )
        end as period_date,
        case
            when rules_with_newest_period.compared_with = 'year_before'
                then cast(
                    rules_with_newest_period.newest_month
                    - (numbers.n + 12) * interval '1' month as date
                )
            else cast(
                rules_with_newest_period.newest_month
                - (numbers.n + 1) * interval '1' month as date
            )
        end as compared_period_date

    from targets
    inner join rules_with_newest_period
        on targets.alert_name = rules_with_newest_period.alert_name
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
    inner join rules_with_newest_period
        on periods.alert_name = rules_with_newest_period.alert_name
    left join watched_values
        on rules_with_newest_period.measure = watched_values.measure
        and rules_with_newest_period.dimension = watched_values.dimension
        and periods.entity_id = watched_values.entity_id
        and periods.period_date = watched_values.period_date
    left join watched_values as compared_values
        on rules_with_newest_period.measure = compared_values.measure
        and rules_with_newest_period.dimension = compared_values.dimension
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
        rules_with_newest_period.rule in ('rises', 'falls', 'changes')
            as is_comparison,
        case
            when rules_with_newest_period.rule = 'missing'
                then case
                    when periods_with_values.value is null then 'raised'
                    else 'ok'
                end
            when periods_with_values.value is null then 'unknown'
            when rules_with_newest_period.rule = 'above'
                then case
                    when
                        periods_with_values.value
                        > rules_with_newest_period.limit_value
                        then 'raised'
                    else 'ok'
                end
            when rules_with_newest_period.rule = 'below'
                then case
                    when
                        periods_with_values.value
                        < rules_with_newest_period.limit_value
                        then 'raised'
                    else 'ok'
                end
            when periods_with_values.change_share is null then 'unknown'
            when
                rules_with_newest_period.rule in ('rises', 'changes')
                and periods_with_values.change_share
                > rules_with_newest_period.limit_value
                then 'raised'
            when
                rules_with_newest_period.rule in ('falls', 'changes')
                and -periods_with_values.change_share
                > rules_with_newest_period.limit_value
                then 'raised'
            else 'ok'
        end as state

    from periods_with_values
    inner join rules_with_newest_period
        on periods_with_values.alert_name = rules_with_newest_period.alert_name

),

newest_periods as (

    select
        judged_periods.alert_name,
        judged_periods.entity_id,
        judged_periods.period_date,
        judged_periods.value,
        judged_periods.quality_flag,
        judged_periods.is_comparison,
        judged_periods.compared_period_date,
        judged_periods.compared_value,
        judged_periods.change_share,
        judged_periods.state

    from judged_periods
    where judged_periods.periods_ago = 0

),

runs as (

    select
        newest_periods.alert_name,
        newest_periods.entity_id,
        min(
            case
                when judged_periods.state <> newest_periods.state
                    then judged_periods.periods_ago
            end
        ) as period_count,
        count(judged_periods.value) as known_period_count

    from newest_periods
    inner join judged_periods
        on newest_periods.alert_name = judged_periods.alert_name
        and newest_periods.entity_id = judged_periods.entity_id
    group by 1, 2

),

alerts as (

    select
        rules_with_newest_period.position,
        rules_with_newest_period.alert_name,
        rules_with_newest_period.measure,
        rules_with_newest_period.dimension,
        newest_periods.entity_id,
        case
            when rules_with_newest_period.dimension = 'region'
                then newest_periods.entity_id
        end as region,
        case
            when rules_with_newest_period.dimension = 'manager'
                then newest_periods.entity_id
        end as manager_id,
        case rules_with_newest_period.dimension
            when 'region' then newest_periods.entity_id
            when 'manager'
                then coalesce(managers.name, newest_periods.entity_id)
        end as entity_name,
        rules_with_newest_period.rule,
        rules_with_newest_period.limit_value,
        case
            when newest_periods.is_comparison
                then rules_with_newest_period.compared_with
        end as compared_with,
        rules_with_newest_period.severity,
        newest_periods.period_date,
        newest_periods.value,
        case
            when newest_periods.is_comparison
                then newest_periods.compared_period_date
        end as compared_period_date,
        case
            when newest_periods.is_comparison
                then newest_periods.compared_value
        end as compared_value,
        case
            when newest_periods.is_comparison then newest_periods.change_share
        end as change_share,
        newest_periods.state,
        case
            when runs.known_period_count > 0
                then oldest_periods.period_date
        end as since_date,
        case
            when runs.known_period_count > 0
                then cast(coalesce(runs.period_count, 36) as bigint)
        end as period_count,
        case
            when runs.known_period_count = 0 then 'no_figures'
            when newest_periods.value is null
                then coalesce(
                    case
                        when newest_periods.quality_flag = 'low_n' then 'low_n'
                    end,
                    'no_value'
                )
            when
                newest_periods.is_comparison
                and newest_periods.change_share is null
                then 'no_comparison'
            else newest_periods.quality_flag
        end as quality_flag,
        rules_with_newest_period.as_of_date

    from newest_periods
    inner join rules_with_newest_period
        on newest_periods.alert_name = rules_with_newest_period.alert_name
    inner join runs
        on newest_periods.alert_name = runs.alert_name
        and newest_periods.entity_id = runs.entity_id
    left join managers
        on rules_with_newest_period.dimension = 'manager'
        and newest_periods.entity_id = managers.manager_id
    left join judged_periods as oldest_periods
        on runs.alert_name = oldest_periods.alert_name
        and runs.entity_id = oldest_periods.entity_id
        and coalesce(runs.period_count, 36) - 1 = oldest_periods.periods_ago

)

select * from alerts
