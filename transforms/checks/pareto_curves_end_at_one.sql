-- Cumulative shares of clients, managers and products end at exactly 1.
--
-- severity error

with

pareto as (

    select * from metrics.pareto

),

curve_ends as (

    select
        pareto.dimension,
        pareto.period,
        max(pareto.cumulative_share) as cumulative_share,
        max(pareto.cumulative_entity_share) as cumulative_entity_share

    from pareto
    where pareto.cumulative_share is not null
    group by 1, 2

),

wrong_ends as (

    select
        curve_ends.dimension,
        curve_ends.period,
        curve_ends.cumulative_share,
        curve_ends.cumulative_entity_share

    from curve_ends
    where curve_ends.cumulative_share <> 1
        or curve_ends.cumulative_entity_share <> 1

)

select * from wrong_ends
