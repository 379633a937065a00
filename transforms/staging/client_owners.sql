-- One row per ownership of a client. Ownership that begins after the as-of day
-- is left out; one that ends later still holds.
--
-- grain    client_id, valid_from_date
-- key      client_id, valid_from_date

with

client_owners as (

    select * from raw.client_owners

),

client_ids as (

    select * from staging.client_ids

),

clock as (

    select * from meta.clock

),

client_owners_known as (

    select
        coalesce(client_ids.client_id, client_owners.client_id) as client_id,
        client_owners.manager_id,
        client_owners.valid_from_date,
        case
            when client_owners.valid_to_date <= clock.as_of_date
                then client_owners.valid_to_date
        end as valid_to_date,
        client_owners._source as source,
        client_owners._file_id,
        client_owners._record

    from client_owners
    left join client_ids
        on client_owners.client_id = client_ids.source_client_id
    cross join clock
    where
        client_owners.valid_from_date <= clock.as_of_date

)

select * from client_owners_known
