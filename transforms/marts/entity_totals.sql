-- One row per entity and source: rows and money on the way from raw to marts.
--
-- grain    entity, source
-- key      entity, source

with

raw_totals as (

    select * from staging.raw_totals

),

staging_totals as (

    select * from staging.staging_totals

),

mart_totals as (

    select * from marts.mart_totals

),

totals_side_by_side as (

    select
        raw_totals.entity,
        raw_totals.source,
        raw_totals.row_count as raw_row_count,
        raw_totals.future_row_count,
        coalesce(staging_totals.row_count, 0) as staging_row_count,
        case
            when raw_totals.entity = 'calendar'
                then coalesce(staging_totals.row_count, 0)
            else coalesce(mart_totals.row_count, 0)
        end as mart_row_count,
        coalesce(mart_totals.unconverted_row_count, 0)
            as unconverted_row_count,
        raw_totals.first_future_date,
        raw_totals.last_future_date,
        raw_totals.newest_event_date,
        raw_totals.amount as raw_amount,
        raw_totals.future_amount,
        staging_totals.amount as staging_amount,
        mart_totals.amount as mart_amount

    from raw_totals
    left join staging_totals
        on
            raw_totals.entity = staging_totals.entity
            and raw_totals.source = staging_totals.source
    left join mart_totals
        on
            raw_totals.entity = mart_totals.entity
            and raw_totals.source = mart_totals.source

)

select * from totals_side_by_side
