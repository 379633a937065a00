-- One row per person at a client, as its source states it. Cards are not
-- events: none is cut at the as-of day.
--
-- grain    contact_id
-- key      contact_id

with

contacts as (

    select * from raw.contacts

),

contacts_known as (

    select
        contacts.contact_id,
        contacts.client_id,
        contacts.name,
        contacts.position,
        contacts.phone,
        contacts.email,
        contacts.is_primary,
        contacts._source as source,
        contacts._file_id,
        contacts._record

    from contacts

)

select * from contacts_known
