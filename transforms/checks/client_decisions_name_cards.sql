-- Every client that the links file names has a card.
-- severity warning

with

client_decisions as (

    select * from meta.client_decisions

),

client_sources as (

    select * from marts.client_sources

),

named_cards as (

    select client_decisions.client_id

    from client_decisions

    union

    select client_decisions.other_client_id as client_id

    from client_decisions

),

cards_unknown as (

    select named_cards.client_id

    from named_cards
    left join client_sources
        on named_cards.client_id = client_sources.source_client_id
    where client_sources.source_client_id is null

)

select * from cards_unknown
