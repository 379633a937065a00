-- One row per client card: what tells whose it is, the oldest first. A card is
-- as old as the run that first loaded it; of one run, the system named first in
-- the settings is the oldest.
--
-- grain    card
-- key      source_client_id

with

clients as (

    select * from raw.clients

),

first_loads as (

    select * from meta.client_first_loads

),

files as (

    select * from meta.files

),

source_ranks as (

    select * from meta.source_ranks

),

cards_with_age as (

    select
        coalesce(files.run_id, '') as first_run_id,
        coalesce(source_ranks.source_rank, 9999) as source_rank,
        clients.client_id as source_client_id,
        clients.name,
        clients.tax_id,
        clients.branch_code,
        clients.kind,
        clients.region,
        clients.city,
        clients.country,
        cast(clients.birth_date as varchar) as birth_date,
        clients.phone,
        clients.email,
        clients.same_client_id,
        clients._source as source

    from clients
    left join first_loads on clients.client_id = first_loads.client_id
    left join files
        on coalesce(first_loads.file_id, clients._file_id) = files.file_id
    left join source_ranks
        on
            clients._source = source_ranks.source
            and source_ranks.attribute = 'any'

)

select * from cards_with_age
