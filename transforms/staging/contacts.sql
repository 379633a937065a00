-- One row per person at a client, as its source states it. Cards are not
-- events: none is cut at the as-of day.
--
-- grain    contact_id
-- key      contact_id

with

contacts as (

    select * from raw.contacts

),

client_ids as (

    select * from staging.client_ids

),

contacts_known as (

    select
        contacts.contact_id,
        coalesce(client_ids.client_id, contacts.client_id) as client_id,
        contacts.name,
        contacts.position,
        contacts.phone,
        contacts.email,
        contacts.is_primary,
        contacts._source as source,
        contacts._file_id,
        contacts._record

    from contacts
    left join client_ids on contacts.client_id = client_ids.source_client_id

)

select * from contacts_known
