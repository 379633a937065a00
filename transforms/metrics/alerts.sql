-- One row per alert of the settings and entity it watches: what the newest
-- figure says, and since when. Since is the first of the periods that followed
-- each other in the same state, up to three years back.
--
-- grain    alert, entity
-- key      alert_name, entity_id
-- answers  What went past its limit, and since when?

with

clock as (

    select * from meta.clock

),

rules as (

    select * from meta.alerts

),

judged_periods as (

    select * from metrics.alert_periods

),

managers as (

    select * from marts.managers

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
        rules.position,
        rules.alert_name,
        rules.measure,
        rules.dimension,
        newest_periods.entity_id,
        case
            when rules.dimension = 'region'
                then newest_periods.entity_id
        end as region,
        case
            when rules.dimension = 'manager'
                then newest_periods.entity_id
        end as manager_id,
        case rules.dimension
            when 'region' then newest_periods.entity_id
            when 'manager'
                then coalesce(managers.name, newest_periods.entity_id)
        end as entity_name,
        rules.rule,
        rules.limit_value,
        case
            when newest_periods.is_comparison
                then rules.compared_with
        end as compared_with,
        rules.severity,
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
        clock.as_of_date

    from newest_periods
    inner join rules
        on newest_periods.alert_name = rules.alert_name
    inner join runs
        on newest_periods.alert_name = runs.alert_name
        and newest_periods.entity_id = runs.entity_id
    cross join clock
    left join managers
        on rules.dimension = 'manager'
        and newest_periods.entity_id = managers.manager_id
    left join judged_periods as oldest_periods
        on runs.alert_name = oldest_periods.alert_name
        and runs.entity_id = oldest_periods.entity_id
        and coalesce(runs.period_count, 36) - 1 = oldest_periods.periods_ago

)

select * from alerts
