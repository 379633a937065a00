-- One row per region, manager, class and severity: clients that wait too long
-- for a contact, or would if none were planned.
--
-- grain    region, manager, class, severity
-- key      region, manager_id, volume_class, severity
-- answers  Whose clients wait longest, and how many of them are key ones?

with

client_contacts as (

    select * from metrics.client_contacts

),

contacts_due_by_place as (

    select
        client_contacts.region,
        client_contacts.manager_id,
        client_contacts.volume_class,
        client_contacts.severity,
        cast(count(*) as bigint) as client_count,
        max(client_contacts.as_of_date) as as_of_date

    from client_contacts
    where client_contacts.severity in ('warn', 'critical', 'planned')
    group by 1, 2, 3, 4

)

select * from contacts_due_by_place
