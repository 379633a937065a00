-- Every row of raw stands in staging and in its mart, once.
-- But for those dated after the as-of day.
-- severity error

with

entity_totals as (

    select * from marts.entity_totals

),

rows_lost_or_invented as (

    select
        entity_totals.entity,
        entity_totals.source,
        entity_totals.raw_row_count,
        entity_totals.future_row_count,
        entity_totals.staging_row_count,
        entity_totals.mart_row_count

    from entity_totals
    where
        entity_totals.raw_row_count - entity_totals.future_row_count
        <> entity_totals.staging_row_count
        or entity_totals.staging_row_count <> entity_totals.mart_row_count

)

select * from rows_lost_or_invented
