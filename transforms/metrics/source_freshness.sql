-- One row per feed of a source: when it was loaded last, and how old its newest
-- event is. The age of the load in hours depends on when a reader looks, so it
-- is left to the page; the limits stand beside it.
--
-- grain    source, feed, entity
-- key      source, feed, entity
-- answers  How fresh is each source?

with

sources as (

    select * from meta.sources

),

files as (

    select * from meta.files

),

entity_totals as (

    select * from marts.entity_totals

),

clock as (

    select * from meta.clock

),

loads_per_feed as (

    select
        files.source,
        files.feed,
        files.entity,
        cast(count(*) as bigint) as file_count,
        max(files.loaded_at) as last_loaded_at

    from files
    where files.state = 'committed'
    group by 1, 2, 3

),

feeds_with_loads as (

    select
        sources.source,
        sources.feed,
        sources.entity,
        coalesce(sources.expected, false) as is_expected,
        coalesce(loads_per_feed.file_count, 0) as file_count,
        loads_per_feed.last_loaded_at,
        entity_totals.newest_event_date,
        cast(
            date_diff(
                'day', entity_totals.newest_event_date, clock.as_of_date
            ) as bigint
        ) as event_age_days,
        cast(sources.warn_hours as double) as warn_hours,
        cast(sources.error_hours as double) as error_hours,
        clock.as_of_date

    from sources
    cross join clock
    left join loads_per_feed
        on
            sources.source = loads_per_feed.source
            and sources.feed = loads_per_feed.feed
            and sources.entity = loads_per_feed.entity
    left join entity_totals
        on
            sources.source = entity_totals.source
            and sources.entity = entity_totals.entity

)

select * from feeds_with_loads
