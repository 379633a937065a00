-- One row per entity and source with rows dated after the as-of day: they are
-- left out of all numbers until their day comes.
--
-- grain    entity, source
-- key      entity, source
-- answers  Does a source date its documents in the future?

with

entity_totals as (

    select * from marts.entity_totals

),

clock as (

    select * from meta.clock

),

totals_with_future as (

    select
        entity_totals.entity,
        entity_totals.source,
        entity_totals.future_row_count,
        entity_totals.first_future_date,
        entity_totals.last_future_date,
        clock.as_of_date

    from entity_totals
    cross join clock
    where entity_totals.future_row_count > 0

)

select * from totals_with_future
