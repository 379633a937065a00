-- One row per dimension, period and client, manager or product: its rank and
-- what it adds to the whole.
--
-- grain    dimension, period, entity
-- key      dimension, period, entity_id
-- answers  How much of the revenue do the largest few bring?
--
-- Negative revenue is listed and set aside: it has no rank and no share. What
-- names no entity is not ranked; metrics.pareto_summary says how much it is.

with

base as (

    select * from metrics.pareto_base

),

known_entities as (

    select
        base.dimension,
        base.period,
        base.entity_id,
        base.from_date,
        base.to_date,
        base.compared_amount < 0 as is_excluded,
        base.amount,
        base.compared_amount

    from base
    where base.entity_id <> 'unknown'

),

ranked_entities as (

    select
        known_entities.dimension,
        known_entities.period,
        known_entities.entity_id,
        known_entities.is_excluded,
        row_number() over (
            partition by
                known_entities.dimension,
                known_entities.period,
                known_entities.is_excluded
            order by
                known_entities.compared_amount desc nulls last,
                known_entities.entity_id nulls last
        ) as entity_rank,
        cast(
            sum(known_entities.compared_amount) over (
                partition by
                    known_entities.dimension,
                    known_entities.period,
                    known_entities.is_excluded
                order by
                    known_entities.compared_amount desc nulls last,
                    known_entities.entity_id nulls last
                rows between unbounded preceding and current row
            ) as double
        ) as cumulative_amount

    from known_entities

),

totals as (

    select
        known_entities.dimension,
        known_entities.period,
        cast(sum(known_entities.compared_amount) as double) as total_amount,
        cast(count(*) as double) as entity_count

    from known_entities
    where not known_entities.is_excluded
    group by 1, 2

),

shares as (

    select
        known_entities.dimension,
        known_entities.period,
        known_entities.entity_id,
        known_entities.from_date,
        known_entities.to_date,
        known_entities.is_excluded,
        case
            when not known_entities.is_excluded then ranked_entities.entity_rank
        end as rank,
        known_entities.amount,
        known_entities.compared_amount,
        case
            when not known_entities.is_excluded
                then
                    cast(known_entities.compared_amount as double)
                    / nullif(totals.total_amount, 0)
        end as share,
        case
            when not known_entities.is_excluded
                then
                    cast(ranked_entities.cumulative_amount as double)
                    / nullif(totals.total_amount, 0)
        end as cumulative_share,
        case
            when not known_entities.is_excluded
                then
                    cast(ranked_entities.entity_rank as double)
                    / nullif(totals.entity_count, 0)
        end as cumulative_entity_share

    from known_entities
    inner join ranked_entities
        on known_entities.dimension = ranked_entities.dimension
        and known_entities.period = ranked_entities.period
        and known_entities.entity_id = ranked_entities.entity_id
    left join totals
        on known_entities.dimension = totals.dimension
        and known_entities.period = totals.period

)

select * from shares
