-- One row per system: its client cards, and how many are of clients that other
-- cards describe too.
--
-- grain    source
-- key      source
-- answers  How many cards does each system have, and how many were merged?

with

client_sources as (

    select * from marts.client_sources

),

cards_per_source as (

    select
        client_sources.source,
        cast(count(*) as bigint) as card_count,
        cast(
            count(*) filter (where client_sources.card_count > 1) as bigint
        ) as shared_card_count,
        cast(
            count(*) filter (
                where client_sources.source_client_id = client_sources.client_id
            ) as bigint
        ) as client_count

    from client_sources
    group by 1

)

select * from cards_per_source
