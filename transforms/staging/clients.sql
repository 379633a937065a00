-- One row per client: its card, or what stands of its several cards. Cards are
-- not events: none is cut at the as-of day. A client has opted out if any of
-- its cards says so; of several that do, the one with the earliest day is told.
--
-- grain    client_id
-- key      client_id

with

clients as (

    select * from raw.clients

),

client_ids as (

    select * from staging.client_ids

),

client_attributes as (

    select * from staging.client_attributes

),

merged_clients as (

    select
        client_attributes.client_id,
        max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'name'
        ) as name,
        max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'tax_id'
        ) as tax_id,
        max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'kind'
        ) as kind,
        max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'industry'
        ) as industry,
        max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'region'
        ) as region,
        max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'city'
        ) as city,
        max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'country'
        ) as country,
        max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'size'
        ) as size,
        max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'gender'
        ) as gender,
        cast(max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'birth_date'
        ) as date) as birth_date,
        max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'phone'
        ) as phone,
        max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'email'
        ) as email,
        max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'manager_id'
        ) as manager_id,
        cast(max(client_attributes.attribute_value) filter (
            where client_attributes.attribute = 'first_seen_date'
        ) as date) as first_seen_date

    from client_attributes
    group by 1

),

opted_out_cards as (

    select
        client_ids.client_id,
        clients.opted_out_date,
        clients._source as opted_out_source,
        row_number() over (
            partition by client_ids.client_id
            order by
                clients.opted_out_date asc nulls last,
                clients.client_id asc nulls last
        ) as card_rank

    from clients
    inner join client_ids on clients.client_id = client_ids.source_client_id
    where clients.is_opted_out

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
        coalesce(clients.is_opted_out, false) as is_opted_out,
        case
            when clients.is_opted_out then clients.opted_out_date
        end as opted_out_date,
        case when clients.is_opted_out then clients._source end
            as opted_out_source,
        clients._source as source,
        clients._file_id,
        clients._record

    from clients
    left join client_ids on clients.client_id = client_ids.source_client_id
    where client_ids.client_id is null

    union all

    select
        clients.client_id,
        merged_clients.name,
        merged_clients.tax_id,
        merged_clients.kind,
        merged_clients.industry,
        merged_clients.region,
        merged_clients.city,
        merged_clients.country,
        merged_clients.size,
        merged_clients.gender,
        merged_clients.birth_date,
        merged_clients.phone,
        merged_clients.email,
        merged_clients.manager_id,
        merged_clients.first_seen_date,
        opted_out_cards.client_id is not null as is_opted_out,
        opted_out_cards.opted_out_date,
        opted_out_cards.opted_out_source,
        clients._source as source,
        clients._file_id,
        clients._record

    from merged_clients
    inner join clients on merged_clients.client_id = clients.client_id
    left join opted_out_cards
        on merged_clients.client_id = opted_out_cards.client_id
        and opted_out_cards.card_rank = 1

)

select * from clients_known
