-- One row per client, as its source states it. Cards are not events: none is
-- cut at the as-of day.
--
-- grain    client_id
-- key      client_id

with

clients as (

    select * from raw.clients

),

clients_known as (

    select
        clients.client_id,
        clients.name,
        clients.tax_id,
        clients.kind,
        clients.industry,
        clients.region,
        clients.city,
        clients.country,
        clients.size,
        clients.gender,
        clients.birth_date,
        clients.phone,
        clients.email,
        clients.manager_id,
        clients.first_seen_date,
        clients._source as source,
        clients._file_id,
        clients._record

    from clients

)

select * from clients_known
