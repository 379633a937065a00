-- One row per contact with a client, as it stood on the as-of day. What was
-- done later is still planned, or, never planned, unknown.
--
-- grain    interaction_id
-- key      interaction_id

with

interactions as (

    select * from raw.interactions

),

client_ids as (

    select * from staging.client_ids

),

clock as (

    select * from meta.clock

),

interactions_known as (

    select
        interactions.interaction_id,
        coalesce(client_ids.client_id, interactions.client_id) as client_id,
        interactions.contact_id,
        interactions.manager_id,
        interactions.channel,
        interactions.direction,
        interactions.planned_at,
        case
            when cast(interactions.done_at as date) <= clock.as_of_date
                then interactions.done_at
        end as done_at,
        case
            when cast(interactions.done_at as date) <= clock.as_of_date
                then interactions.done_utc_at
        end as done_utc_at,
        case
            when cast(interactions.done_at as date) > clock.as_of_date then null
            else interactions.duration_minutes
        end as duration_minutes,
        interactions.is_automatic,
        interactions.subject,
        case
            when cast(interactions.done_at as date) > clock.as_of_date then null
            else interactions.result
        end as result,
        interactions._source as source,
        interactions._file_id,
        interactions._record

    from interactions
    left join client_ids on interactions.client_id = client_ids.source_client_id
    cross join clock
    where
        interactions.planned_at is not null
        or interactions.done_at is null
        or cast(interactions.done_at as date) <= clock.as_of_date

)

select * from interactions_known
