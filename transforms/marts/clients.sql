-- One row per client: who it is, who owns it, when it bought. A client that
-- documents name and no source describes has a bare row.
--
-- grain    client_id
-- key      client_id
-- answers  Who is the client, who owns it, when did it last buy?

with

clients as (

    select * from staging.clients

),

named_keys as (

    select * from marts.named_keys

),

client_owners as (

    select * from marts.client_owners

),

managers as (

    select * from staging.managers

),

client_months as (

    select * from marts.client_months

),

clock as (

    select * from meta.clock

),

owners_on_day as (

    select
        client_owners.client_id,
        client_owners.manager_id

    from client_owners
    cross join clock
    where
        client_owners.valid_from_date <= clock.as_of_date
        and (
            client_owners.valid_until_date is null
            or client_owners.valid_until_date > clock.as_of_date
        )

),

purchases_per_client as (

    select
        client_months.client_id,
        cast(sum(client_months.order_count) as bigint) as order_count,
        cast(sum(client_months.net_amount) as decimal(38, 4)) as net_amount,
        min(client_months.first_order_date) as first_order_date,
        max(client_months.last_order_date) as last_order_date

    from client_months
    group by 1

),

all_clients as (

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
        clients.is_opted_out,
        clients.opted_out_date,
        clients.opted_out_source,
        true as has_card,
        clients.source,
        clients._file_id,
        clients._record

    from clients

    union all

    select
        named_keys.entity_id as client_id,
        named_keys.entity_id as name,
        cast(null as varchar) as tax_id,
        cast(null as varchar) as kind,
        cast(null as varchar) as industry,
        cast(null as varchar) as region,
        cast(null as varchar) as city,
        cast(null as varchar) as country,
        cast(null as varchar) as size,
        cast(null as varchar) as gender,
        cast(null as date) as birth_date,
        cast(null as varchar) as phone,
        cast(null as varchar) as email,
        cast(null as varchar) as manager_id,
        cast(null as date) as first_seen_date,
        false as is_opted_out,
        cast(null as date) as opted_out_date,
        cast(null as varchar) as opted_out_source,
        false as has_card,
        'unknown' as source,
        cast(null as bigint) as _file_id,
        cast(null as bigint) as _record

    from named_keys
    where
        named_keys.entity = 'clients'
        and not named_keys.has_card

),

clients_with_purchases as (

    select
        all_clients.client_id,
        all_clients.name,
        all_clients.tax_id,
        all_clients.kind,
        all_clients.industry,
        coalesce(all_clients.region, managers.region, 'unknown') as region,
        all_clients.city,
        all_clients.country,
        all_clients.size,
        all_clients.gender,
        all_clients.birth_date,
        all_clients.phone,
        all_clients.email,
        coalesce(owners_on_day.manager_id, all_clients.manager_id)
            as manager_id,
        all_clients.first_seen_date,
        all_clients.is_opted_out,
        all_clients.opted_out_date,
        all_clients.opted_out_source,
        purchases_per_client.first_order_date,
        purchases_per_client.last_order_date,
        coalesce(purchases_per_client.order_count, 0) as order_count,
        coalesce(
            purchases_per_client.net_amount, cast(0 as decimal(38, 4))
        ) as net_amount,
        all_clients.has_card,
        all_clients.source,
        all_clients._file_id,
        all_clients._record

    from all_clients
    left join owners_on_day on all_clients.client_id = owners_on_day.client_id
    left join managers
        on
            coalesce(owners_on_day.manager_id, all_clients.manager_id)
            = managers.manager_id
    left join purchases_per_client
        on all_clients.client_id = purchases_per_client.client_id

)

select * from clients_with_purchases
