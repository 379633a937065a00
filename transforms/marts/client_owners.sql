-- One row per ownership, with the days it holds. Where two overlap, the later
-- start ends the earlier ownership, so that a day has one owner.
--
-- grain    client_id, valid_from_date
-- key      client_id, valid_from_date

with

client_owners as (

    select * from staging.client_owners

),

owners_with_next as (

    select
        client_owners.client_id,
        client_owners.manager_id,
        client_owners.valid_from_date,
        cast(client_owners.valid_to_date + interval '1' day as date)
            as day_after_end,
        lead(client_owners.valid_from_date) over (
            partition by client_owners.client_id
            order by client_owners.valid_from_date asc nulls last
        ) as next_from_date,
        client_owners.source

    from client_owners

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
