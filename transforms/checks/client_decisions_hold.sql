-- What people decided of two cards holds: same is one client, different two.
-- severity error

with

client_decisions as (

    select * from meta.client_decisions

),

client_sources as (

    select * from marts.client_sources

),

decisions_broken as (

    select
        client_decisions.verdict,
        client_decisions.client_id,
        client_decisions.other_client_id

    from client_decisions
    inner join client_sources
        on client_decisions.client_id = client_sources.source_client_id
    inner join client_sources as others
        on client_decisions.other_client_id = others.source_client_id
    where
        (client_sources.client_id = others.client_id)
        <> (client_decisions.verdict = 'same')

)

select * from decisions_broken
