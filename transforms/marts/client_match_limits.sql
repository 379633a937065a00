-- One row per kind of value that too many client cards share to tell anything.
--
-- grain    kind
-- key      kind
-- answers  How many telephones, mailboxes and names are too common to match by?

with

client_findings as (

    select * from staging.client_findings

),

common_values as (

    select
        client_findings.reason as kind,
        cast(sum(client_findings.value_count) as bigint) as value_count,
        cast(sum(client_findings.card_count) as bigint) as card_count

    from client_findings
    where client_findings.state = 'too_common'
    group by 1

)

select * from common_values
