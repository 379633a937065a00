-- One row per client: who it is, who owns it, when it bought.
--
-- grain    client_id
-- key      client_id
-- answers  Who is the client, who owns it, when did it last buy?

with

clients as (

    select * from staging.clients

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

clients_with_purchases as (

    select
        clients.client_id,
        clients.name,
        clients.tax_id,
        clients.kind,
        clients.industry,
        coalesce(clients.region, managers.region, 'unknown') as region,
        clients.city,
        clients.country,
        clients.size,
        clients.gender,
        clients.birth_date,
        clients.phone,
        clients.email,
        coalesce(owners_on_day.manager_id, clients.manager_id) as manager_id,
        clients.first_seen_date,
        purchases_per_client.first_order_date,
        purchases_per_client.last_order_date,
        coalesce(purchases_per_client.order_count, 0) as order_count,
        coalesce(
            purchases_per_client.net_amount, cast(0 as decimal(38, 4))
        ) as net_amount,
        clients.source,
        clients._file_id,
        clients._record

    from clients
    left join owners_on_day on clients.client_id = owners_on_day.client_id
    left join managers
        on
            coalesce(owners_on_day.manager_id, clients.manager_id)
            = managers.manager_id
    left join purchases_per_client
        on clients.client_id = purchases_per_client.client_id

)

select * from clients_with_purchases
