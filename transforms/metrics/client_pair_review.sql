-- One row per pair of clients that may be one: what a person should decide.
--
-- grain    pair of cards
-- key      source_client_id, other_source_client_id
-- answers  Which clients may be one and the same? Why were they not merged?
--
-- Decide in the links file of the settings: same, or different.

with

client_pairs as (

    select * from marts.client_pairs

),

clients as (

    select * from marts.clients

),

pairs_to_decide as (

    select
        client_pairs.source_client_id,
        client_pairs.other_source_client_id,
        client_pairs.client_id,
        client_pairs.other_client_id,
        client_pairs.name,
        client_pairs.other_name,
        client_pairs.source,
        client_pairs.other_source,
        client_pairs.place,
        client_pairs.other_place,
        client_pairs.state,
        client_pairs.reason,
        client_pairs.score,
        client_pairs.evidence,
        cast(
            coalesce(clients.net_amount, 0)
            + coalesce(others.net_amount, 0) as decimal(38, 4)
        ) as net_amount

    from client_pairs
    left join clients on client_pairs.client_id = clients.client_id
    left join clients as others
        on client_pairs.other_client_id = others.client_id
    where
        client_pairs.state in ('review', 'refused')
        and client_pairs.client_id <> client_pairs.other_client_id

)

select * from pairs_to_decide
