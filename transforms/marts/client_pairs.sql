-- One row per pair of cards that client matching looked at twice: linked, in
-- doubt, or linked by evidence that a guard overruled.
--
-- grain    pair of cards
-- key      source_client_id, other_source_client_id
-- answers  Why are two cards one client, or why are they not?

with

client_findings as (

    select * from staging.client_findings

),

client_ids as (

    select * from staging.client_ids

),

client_keys as (

    select * from staging.client_keys

),

pairs_with_client as (

    select
        client_findings.source_client_id,
        client_findings.other_source_client_id,
        coalesce(client_ids.client_id, client_findings.source_client_id)
            as client_id,
        coalesce(
            other_ids.client_id, client_findings.other_source_client_id
        ) as other_client_id,
        client_keys.source,
        other_keys.source as other_source,
        client_keys.name,
        other_keys.name as other_name,
        coalesce(client_keys.city, client_keys.region) as place,
        coalesce(other_keys.city, other_keys.region) as other_place,
        client_findings.state,
        client_findings.reason,
        client_findings.score,
        client_findings.evidence

    from client_findings
    left join client_ids
        on client_findings.source_client_id = client_ids.source_client_id
    left join client_ids as other_ids
        on client_findings.other_source_client_id = other_ids.source_client_id
    left join client_keys
        on client_findings.source_client_id = client_keys.source_client_id
    left join client_keys as other_keys
        on client_findings.other_source_client_id = other_keys.source_client_id
    where client_findings.state in ('linked', 'review', 'refused')

)

select * from pairs_with_client
