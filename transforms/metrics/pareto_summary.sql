-- One row per dimension and period: how concentrated revenue is.
--
-- grain    dimension, period
-- key      dimension, period
-- answers  Do we hang on a few clients, managers or products?
--
-- Gini: sum of (2i - n - 1) x(i) over n times the total, x ascending; with the
-- descending rank r that factor is n + 1 - 2r. Under ten managers there is no
-- Gini: it would say more about the headcount than about the sales.

with

settings as (

    select * from meta.settings

),

base as (

    select * from metrics.pareto_base

),

entities as (

    select * from metrics.pareto

),

sizes as (

    select
        entities.dimension,
        entities.period,
        entities.from_date,
        entities.to_date,
        cast(
            count(*) filter (where not entities.is_excluded) as bigint
        ) as entity_count,
        cast(
            count(*) filter (where entities.is_excluded) as bigint
        ) as excluded_negative_count

    from entities
    group by 1, 2, 3, 4

),

unassigned_amounts as (

    select
        base.dimension,
        base.period,
        base.amount

    from base
    where base.entity_id = 'unknown'

),

concentration as (

    select
        sizes.dimension,
        sizes.period,
        cast(
            coalesce(sum(entities.amount), 0) as decimal(38, 4)
        ) as total_amount,
        coalesce(sum(entities.compared_amount), 0) as compared_total,
        sum(
            cast(
                sizes.entity_count + 1 - 2 * entities.rank as decimal(9, 0)
            ) * cast(entities.compared_amount as decimal(28, 4))
        ) as weighted_sum,
        max(entities.cumulative_share) filter (
            where entities.rank <= ceil(cast(sizes.entity_count as double) / 5)
        ) as top20_share,
        cast(
            count(*) filter (
                where entities.cumulative_share < 0.8e0
            ) + 1 as bigint
        ) as k80_count,
        cast(
            sum(cast(power(entities.share, 2) as decimal(38, 20))) as double
        ) as hhi

    from sizes
    left join entities
        on sizes.dimension = entities.dimension
        and sizes.period = entities.period
        and not entities.is_excluded
    group by 1, 2

),

ginis as (

    select
        concentration.dimension,
        concentration.period,
        cast(concentration.weighted_sum as double)
        / nullif(
            cast(sizes.entity_count as double)
            * cast(concentration.compared_total as double),
            0
        ) as gini

    from concentration
    inner join sizes
        on concentration.dimension = sizes.dimension
        and concentration.period = sizes.period
    where concentration.dimension <> 'manager' or sizes.entity_count >= 10

),

summary as (

    select
        sizes.dimension,
        sizes.period,
        sizes.from_date,
        sizes.to_date,
        sizes.entity_count,
        case sizes.dimension
            when 'client' then settings.pareto_counts_idle_clients
            when 'manager' then settings.pareto_counts_idle_managers
            else settings.pareto_counts_idle_products
        end as has_idle_entities,
        concentration.total_amount,
        ginis.gini,
        ginis.gini
        * cast(sizes.entity_count as double)
        / nullif(cast(sizes.entity_count - 1 as double), 0) as gini_corrected,
        concentration.top20_share,
        case
            when concentration.compared_total > 0 then concentration.k80_count
        end as k80_count,
        case
            when concentration.compared_total > 0
                then
                    cast(concentration.k80_count as double)
                    / nullif(cast(sizes.entity_count as double), 0)
        end as k80_share,
        concentration.hhi,
        1e0 / nullif(concentration.hhi, 0) as effective_count,
        sizes.excluded_negative_count,
        cast(
            coalesce(unassigned_amounts.amount, 0) as decimal(38, 4)
        ) as unassigned_amount,
        case
            when concentration.compared_total <= 0 then 'no_amount'
            when sizes.entity_count < 10 then 'low_n'
            else 'ok'
        end as quality_flag

    from sizes
    cross join settings
    inner join concentration
        on sizes.dimension = concentration.dimension
        and sizes.period = concentration.period
    left join ginis
        on sizes.dimension = ginis.dimension
        and sizes.period = ginis.period
    left join unassigned_amounts
        on sizes.dimension = unassigned_amounts.dimension
        and sizes.period = unassigned_amounts.period

)

select * from summary
