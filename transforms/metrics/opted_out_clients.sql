-- One row per owner and region: clients who asked not to be called or written
-- to. Lists of whom to call leave them out.
--
-- grain    owner, region
-- key      manager_id, region
-- answers  How many clients do call lists leave out?

with

clients as (

    select * from marts.clients

),

clock as (

    select * from meta.clock

),

opted_out_clients as (

    select
        coalesce(clients.manager_id, 'unknown') as manager_id,
        clients.region,
        cast(count(*) as bigint) as client_count,
        clock.as_of_date

    from clients
    cross join clock
    where clients.is_opted_out
    group by 1, 2, 4

)

select * from opted_out_clients
