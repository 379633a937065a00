-- Every client card of a source belongs to one client, and every client to one.
-- severity error

with

client_sources as (

    select * from marts.client_sources

),

clients as (

    select * from marts.clients

),

entity_totals as (

    select * from marts.entity_totals

),

cards_per_source as (

    select
        client_sources.source,
        cast(count(distinct client_sources.source_client_id) as bigint)
            as card_count

    from client_sources
    group by 1

),

faults as (

    select
        client_sources.source_client_id as place,
        'its client does not exist' as fault

    from client_sources
    left join clients on client_sources.client_id = clients.client_id
    where clients.client_id is null

    union all

    select
        client_sources.source_client_id as place,
        'its client has another client' as fault

    from client_sources
    inner join client_sources as roots
        on client_sources.client_id = roots.source_client_id
    where roots.client_id <> roots.source_client_id

    union all

    select
        entity_totals.source as place,
        'cards were lost or doubled' as fault

    from entity_totals
    left join cards_per_source on entity_totals.source = cards_per_source.source
    where
        entity_totals.entity = 'clients'
        and entity_totals.raw_row_count
        <> coalesce(cards_per_source.card_count, 0)

)

select * from faults
