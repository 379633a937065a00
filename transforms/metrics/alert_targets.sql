-- One row per alert of the settings and entity it watches, with the newest
-- period it looks at.
--
-- grain    alert, entity
-- key      alert_name, entity_id
-- answers  Whom does an alert watch?
--
-- An alert that names no region or manager watches each that has a figure in
-- the newest period, or had one in most months of the year before since its
-- first there, two at least: who falls silent is unknown, not within the limit.
-- A manager who left is not missed. Missing ones are each that had one then.
-- The newest period is the last complete month; the running one for figures as
-- they stand; the last wave of surveys.

with

clock as (

    select * from meta.clock

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
        rules.alert_name,
        rules.measure,
        rules.dimension,
        rules.entity_id,
        rules.rule,
        rules.limit_value,
        rules.compared_with,
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
            else cast(clock.open_month - interval '1' month as date)
        end as newest_month

    from rules
    cross join clock

),

-- Regions or managers with a figure in the newest period or the year before.
entities_with_figures as (

    select
        rules_with_newest_period.alert_name,
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
        rules_with_newest_period.newest_month,
        rules_with_newest_period.dimension,
        rules_with_newest_period.as_of_date,
        watched_values.entity_id,
        managers.left_date

),

targets as (

    select
        rules_with_newest_period.alert_name,
        coalesce(rules_with_newest_period.entity_id, 'all') as entity_id,
        rules_with_newest_period.measure,
        rules_with_newest_period.dimension,
        rules_with_newest_period.rule,
        rules_with_newest_period.limit_value,
        rules_with_newest_period.compared_with,
        rules_with_newest_period.period_kind,
        rules_with_newest_period.newest_month

    from rules_with_newest_period
    where
        rules_with_newest_period.entity_id is not null
        or rules_with_newest_period.dimension = 'company'

    union all

    select
        entities_with_figures.alert_name,
        entities_with_figures.entity_id,
        rules_with_newest_period.measure,
        rules_with_newest_period.dimension,
        rules_with_newest_period.rule,
        rules_with_newest_period.limit_value,
        rules_with_newest_period.compared_with,
        rules_with_newest_period.period_kind,
        rules_with_newest_period.newest_month

    from entities_with_figures
    inner join rules_with_newest_period
        on entities_with_figures.alert_name
        = rules_with_newest_period.alert_name
    where
        rules_with_newest_period.rule = 'missing'
        or rules_with_newest_period.period_kind = 'wave'
        or entities_with_figures.newest_count > 0
        or (
            entities_with_figures.earlier_count > 1
            and 2 * entities_with_figures.earlier_count
            > entities_with_figures.month_count
            and not entities_with_figures.has_left
        )

)

select * from targets
