-- One row per attribute of a client that has several cards: the value that
-- stands, and the card it is from. The system the settings trust first wins,
-- then the newest load; the first day seen is the earliest of all.
--
-- grain    client, attribute
-- key      client_id, attribute

with

clients as (

    select * from raw.clients

),

client_ids as (

    select * from staging.client_ids

),

source_ranks as (

    select * from meta.source_ranks

),

merged_cards as (

    select
        client_ids.client_id,
        clients.client_id as source_client_id,
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
        clients._record,
        clients._loaded_at

    from clients
    inner join client_ids on clients.client_id = client_ids.source_client_id

),

attribute_values as (

    select
        merged_cards.client_id,
        'name' as attribute,
        merged_cards.name as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.name is not null

    union all

    select
        merged_cards.client_id,
        'tax_id' as attribute,
        merged_cards.tax_id as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.tax_id is not null

    union all

    select
        merged_cards.client_id,
        'kind' as attribute,
        merged_cards.kind as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.kind is not null

    union all

    select
        merged_cards.client_id,
        'industry' as attribute,
        merged_cards.industry as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.industry is not null

    union all

    select
        merged_cards.client_id,
        'region' as attribute,
        merged_cards.region as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.region is not null

    union all

    select
        merged_cards.client_id,
        'city' as attribute,
        merged_cards.city as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.city is not null

    union all

    select
        merged_cards.client_id,
        'country' as attribute,
        merged_cards.country as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.country is not null

    union all

    select
        merged_cards.client_id,
        'size' as attribute,
        merged_cards.size as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.size is not null

    union all

    select
        merged_cards.client_id,
        'gender' as attribute,
        merged_cards.gender as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.gender is not null

    union all

    select
        merged_cards.client_id,
        'birth_date' as attribute,
        cast(merged_cards.birth_date as varchar) as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.birth_date is not null

    union all

    select
        merged_cards.client_id,
        'phone' as attribute,
        merged_cards.phone as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.phone is not null

    union all

    select
        merged_cards.client_id,
        'email' as attribute,
        merged_cards.email as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.email is not null

    union all

    select
        merged_cards.client_id,
        'manager_id' as attribute,
        merged_cards.manager_id as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.manager_id is not null

    union all

    select
        merged_cards.client_id,
        'first_seen_date' as attribute,
        cast(merged_cards.first_seen_date as varchar) as attribute_value,
        merged_cards.source_client_id,
        merged_cards.source,
        merged_cards._file_id,
        merged_cards._record,
        merged_cards._loaded_at

    from merged_cards
    where merged_cards.first_seen_date is not null

),

values_ranked as (

    select
        attribute_values.client_id,
        attribute_values.attribute,
        attribute_values.attribute_value,
        attribute_values.source_client_id,
        attribute_values.source,
        attribute_values._file_id,
        attribute_values._record,
        attribute_values._loaded_at,
        count(*) over (
            partition by
                attribute_values.client_id,
                attribute_values.attribute
            rows between unbounded preceding and unbounded following
        ) as value_count,
        row_number() over (
            partition by
                attribute_values.client_id,
                attribute_values.attribute
            order by
                case
                    when attribute_values.attribute = 'first_seen_date'
                        then attribute_values.attribute_value
                end asc nulls last,
                coalesce(own_ranks.source_rank, 10000) asc nulls last,
                coalesce(any_ranks.source_rank, 10000) asc nulls last,
                attribute_values._loaded_at desc nulls last,
                attribute_values.source_client_id asc nulls last
        ) as value_rank

    from attribute_values
    left join source_ranks as own_ranks
        on
            attribute_values.attribute = own_ranks.attribute
            and attribute_values.source = own_ranks.source
    left join source_ranks as any_ranks
        on
            any_ranks.attribute = 'any'
            and attribute_values.source = any_ranks.source

),

values_that_stand as (

    select
        values_ranked.client_id,
        values_ranked.attribute,
        values_ranked.attribute_value,
        values_ranked.value_count,
        values_ranked.source_client_id,
        values_ranked.source,
        values_ranked._file_id,
        values_ranked._record,
        values_ranked._loaded_at

    from values_ranked
    where values_ranked.value_rank = 1

)

select * from values_that_stand
