-- One row per step (first answer, resolution) and entity (all, a type, a
-- manager, a month received): working hours it took. Complaints still open are
-- not left out: they took at least the hours so far (Kaplan and Meier 1958), so
-- that leaving the worst open does not look fast. Of the 365 days to the as-of
-- day; months tell of all.
--
-- grain    step, dimension, entity
-- key      step, dimension, entity_id
-- answers  How long do clients wait for an answer, and for a solution?

with

all_complaint_times as (

    select * from metrics.complaint_times

),

clock as (

    select * from meta.clock

),

complaint_times as (

    select
        all_complaint_times.complaint_id,
        all_complaint_times.complaint_type,
        all_complaint_times.manager_id,
        cast(all_complaint_times.opened_month as varchar) as opened_month_text,
        cast(all_complaint_times.opened_at as date) > cast(
            clock.as_of_date - interval '365' day as date
        ) as is_recent,
        all_complaint_times.first_response_hours,
        all_complaint_times.is_answered as has_first_response,
        all_complaint_times.resolution_hours,
        not all_complaint_times.is_open as has_resolution

    from all_complaint_times
    cross join clock

),

observations as (

    select
        'first_response' as step,
        'all' as dimension,
        'all' as entity_id,
        complaint_times.complaint_id,
        complaint_times.first_response_hours as hours,
        complaint_times.has_first_response as is_done

    from complaint_times
    where complaint_times.first_response_hours is not null
        and complaint_times.is_recent

    union all

    select
        'first_response' as step,
        'type' as dimension,
        complaint_times.complaint_type as entity_id,
        complaint_times.complaint_id,
        complaint_times.first_response_hours as hours,
        complaint_times.has_first_response as is_done

    from complaint_times
    where complaint_times.first_response_hours is not null
        and complaint_times.is_recent

    union all

    select
        'first_response' as step,
        'manager' as dimension,
        complaint_times.manager_id as entity_id,
        complaint_times.complaint_id,
        complaint_times.first_response_hours as hours,
        complaint_times.has_first_response as is_done

    from complaint_times
    where complaint_times.first_response_hours is not null
        and complaint_times.is_recent

    union all

    select
        'first_response' as step,
        'month' as dimension,
        complaint_times.opened_month_text as entity_id,
        complaint_times.complaint_id,
        complaint_times.first_response_hours as hours,
        complaint_times.has_first_response as is_done

    from complaint_times
    where complaint_times.first_response_hours is not null

    union all

    select
        'resolution' as step,
        'all' as dimension,
        'all' as entity_id,
        complaint_times.complaint_id,
        complaint_times.resolution_hours as hours,
        complaint_times.has_resolution as is_done

    from complaint_times
    where complaint_times.resolution_hours is not null
        and complaint_times.is_recent

    union all

    select
        'resolution' as step,
        'type' as dimension,
        complaint_times.complaint_type as entity_id,
        complaint_times.complaint_id,
        complaint_times.resolution_hours as hours,
        complaint_times.has_resolution as is_done

    from complaint_times
    where complaint_times.resolution_hours is not null
        and complaint_times.is_recent

    union all

    select
        'resolution' as step,
        'manager' as dimension,
        complaint_times.manager_id as entity_id,
        complaint_times.complaint_id,
        complaint_times.resolution_hours as hours,
        complaint_times.has_resolution as is_done

    from complaint_times
    where complaint_times.resolution_hours is not null
        and complaint_times.is_recent

    union all

    select
        'resolution' as step,
        'month' as dimension,
        complaint_times.opened_month_text as entity_id,
        complaint_times.complaint_id,
        complaint_times.resolution_hours as hours,
        complaint_times.has_resolution as is_done

    from complaint_times
    where complaint_times.resolution_hours is not null

),

hours_per_entity as (

    select
        observations.step,
        observations.dimension,
        observations.entity_id,
        observations.hours,
        cast(count(*) as bigint) as complaint_count,
        cast(
            count(*) filter (where observations.is_done) as bigint
        ) as done_count

    from observations
    group by 1, 2, 3, 4

),

hours_at_risk as (

    select
        hours_per_entity.step,
        hours_per_entity.dimension,
        hours_per_entity.entity_id,
        hours_per_entity.hours,
        hours_per_entity.done_count,
        cast(
            sum(hours_per_entity.complaint_count) over (
                partition by
                    hours_per_entity.step,
                    hours_per_entity.dimension,
                    hours_per_entity.entity_id
                order by hours_per_entity.hours desc nulls last
                rows between unbounded preceding and current row
            ) as bigint
        ) as risk_count

    from hours_per_entity

),

hours_with_hazard as (

    select
        hours_at_risk.step,
        hours_at_risk.dimension,
        hours_at_risk.entity_id,
        hours_at_risk.hours,
        case
            when hours_at_risk.done_count = hours_at_risk.risk_count then 1
            else 0
        end as is_last,
        case
            when hours_at_risk.done_count < hours_at_risk.risk_count
                then
                    ln(
                        1e0
                        - cast(hours_at_risk.done_count as double)
                        / nullif(cast(hours_at_risk.risk_count as double), 0)
                    )
            else 0e0
        end as log_kept

    from hours_at_risk
    where hours_at_risk.done_count > 0

),

hours_with_survival as (

    select
        hours_with_hazard.step,
        hours_with_hazard.dimension,
        hours_with_hazard.entity_id,
        hours_with_hazard.hours,
        case
            when
                max(hours_with_hazard.is_last) over (
                    partition by
                        hours_with_hazard.step,
                        hours_with_hazard.dimension,
                        hours_with_hazard.entity_id
                    order by hours_with_hazard.hours asc nulls last
                    rows between unbounded preceding and current row
                ) = 1
                then 0e0
            else exp(
                sum(hours_with_hazard.log_kept) over (
                    partition by
                        hours_with_hazard.step,
                        hours_with_hazard.dimension,
                        hours_with_hazard.entity_id
                    order by hours_with_hazard.hours asc nulls last
                    rows between unbounded preceding and current row
                )
            )
        end as waiting_share

    from hours_with_hazard

),

quantiles_per_entity as (

    select
        hours_with_survival.step,
        hours_with_survival.dimension,
        hours_with_survival.entity_id,
        min(hours_with_survival.hours) filter (
            where hours_with_survival.waiting_share <= 0.500000000001e0
        ) as hours_p50,
        min(hours_with_survival.hours) filter (
            where hours_with_survival.waiting_share <= 0.100000000001e0
        ) as hours_p90

    from hours_with_survival
    group by 1, 2, 3

),

counts_per_entity as (

    select
        hours_per_entity.step,
        hours_per_entity.dimension,
        hours_per_entity.entity_id,
        cast(sum(hours_per_entity.complaint_count) as bigint)
            as complaint_count,
        cast(sum(hours_per_entity.done_count) as bigint) as done_count

    from hours_per_entity
    group by 1, 2, 3

),

entities_with_quantiles as (

    select
        counts_per_entity.step,
        counts_per_entity.dimension,
        counts_per_entity.entity_id,
        counts_per_entity.complaint_count,
        counts_per_entity.complaint_count
        - counts_per_entity.done_count as open_count,
        quantiles_per_entity.hours_p50,
        quantiles_per_entity.hours_p90,
        case
            when counts_per_entity.complaint_count < 30 then 'low_n'
            when quantiles_per_entity.hours_p50 is null then 'mostly_open'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from counts_per_entity
    cross join clock
    left join quantiles_per_entity
        on
            counts_per_entity.step = quantiles_per_entity.step
            and counts_per_entity.dimension = quantiles_per_entity.dimension
            and counts_per_entity.entity_id = quantiles_per_entity.entity_id

)

select * from entities_with_quantiles
