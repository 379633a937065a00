-- One row per person at a client.
--
-- grain    contact_id
-- key      contact_id

with

contacts as (

    select * from staging.contacts

),

contacts_named as (

    select
        contacts.contact_id,
        contacts.client_id,
        contacts.name,
        contacts.position,
        contacts.phone,
        contacts.email,
        coalesce(contacts.is_primary, false) as is_primary,
        contacts.source

    from contacts

)

select * from contacts_named
