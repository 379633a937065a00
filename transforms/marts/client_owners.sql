-- One row per ownership, with the days it holds. Where two overlap, the later
-- start ends the earlier ownership, so that a day has one owner. Where cards of
-- one client have owners from the same day, the one that holds longest stands.
--
-- grain    client_id, valid_from_date
-- key      client_id, valid_from_date

with

client_owners as (

    select * from staging.client_owners

),

owners_ranked as (

    select
        client_owners.client_id,
        client_owners.manager_id,
        client_owners.valid_from_date,
        client_owners.valid_to_date,
        client_owners.source,
        row_number() over (
            partition by client_owners.client_id, client_owners.valid_from_date
            order by
                client_owners.valid_to_date desc nulls first,
                client_owners.source asc nulls last,
                client_owners.manager_id asc nulls last
        ) as owner_rank

    from client_owners

),

owners_of_a_start as (

    select
        owners_ranked.client_id,
        owners_ranked.manager_id,
        owners_ranked.valid_from_date,
        owners_ranked.valid_to_date,
        owners_ranked.source

    from owners_ranked
    where owners_ranked.owner_rank = 1

),

owners_with_next as (

    select
        owners_of_a_start.client_id,
        owners_of_a_start.manager_id,
        owners_of_a_start.valid_from_date,
        cast(owners_of_a_start.valid_to_date + interval '1' day as date)
            as day_after_end,
        lead(owners_of_a_start.valid_from_date) over (
            partition by owners_of_a_start.client_id
            order by owners_of_a_start.valid_from_date asc nulls last
        ) as next_from_date,
        owners_of_a_start.source

    from owners_of_a_start

),

owners_with_end as (

    select
        owners_with_next.client_id,
        owners_with_next.manager_id,
        owners_with_next.valid_from_date,
        case
            when owners_with_next.day_after_end is null
                then owners_with_next.next_from_date
            when
                owners_with_next.next_from_date < owners_with_next.day_after_end
                then owners_with_next.next_from_date
            else owners_with_next.day_after_end
        end as valid_until_date,
        owners_with_next.source

    from owners_with_next

)

select * from owners_with_end
