-- One row per card of a client that has several: the id they go by. A card that
-- is not here is a client of its own.
--
-- grain    card
-- key      source_client_id

with

client_findings as (

    select * from staging.client_findings

),

members as (

    select
        client_findings.source_client_id,
        client_findings.client_id

    from client_findings
    where client_findings.state = 'member'

)

select * from members
