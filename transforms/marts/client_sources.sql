-- One row per client card of a source, and the client it belongs to.
--
-- grain    card
-- key      source_client_id
-- answers  Which cards of which systems are one client, and why?

with

client_keys as (

    select * from staging.client_keys

),

client_findings as (

    select * from staging.client_findings

),

members as (

    select
        client_findings.client_id,
        client_findings.source_client_id

    from client_findings
    where client_findings.state = 'member'

),

links_by_card as (

    select
        client_findings.other_source_client_id as source_client_id,
        client_findings.finding_number,
        client_findings.reason

    from client_findings
    where client_findings.state = 'linked'

    union all

    select
        client_findings.source_client_id,
        client_findings.finding_number,
        client_findings.reason

    from client_findings
    where client_findings.state = 'linked'

),

links_ranked as (

    select
        links_by_card.source_client_id,
        links_by_card.reason,
        row_number() over (
            partition by links_by_card.source_client_id
            order by
                case links_by_card.reason
                    when 'decision' then 1
                    when 'tax_id' then 2
                    when 'source_link' then 3
                    when 'email' then 4
                    when 'phone' then 5
                    else 6
                end asc nulls last,
                links_by_card.finding_number asc nulls last
        ) as link_rank

    from links_by_card

),

cards_per_client as (

    select
        members.client_id,
        cast(count(*) as bigint) as card_count

    from members
    group by 1

),

cards_with_client as (

    select
        client_keys.source_client_id,
        coalesce(members.client_id, client_keys.source_client_id) as client_id,
        client_keys.source,
        coalesce(cards_per_client.card_count, 1) as card_count,
        links_ranked.reason as linked_by

    from client_keys
    left join members
        on client_keys.source_client_id = members.source_client_id
    left join cards_per_client on members.client_id = cards_per_client.client_id
    left join links_ranked
        on
            client_keys.source_client_id = links_ranked.source_client_id
            and links_ranked.link_rank = 1

)

select * from cards_with_client
