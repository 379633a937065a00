-- One row per contact with a client, planned or done.
--
-- grain    interaction_id
-- key      interaction_id

with

interactions as (

    select * from staging.interactions

),

clock as (

    select * from meta.clock

),

interactions_with_state as (

    select
        interactions.interaction_id,
        interactions.client_id,
        interactions.contact_id,
        interactions.manager_id,
        interactions.channel,
        interactions.direction,
        interactions.planned_at,
        interactions.done_at,
        interactions.done_utc_at,
        cast(interactions.done_at as date) as done_date,
        interactions.duration_minutes,
        coalesce(interactions.is_automatic, false) as is_automatic,
        interactions.done_at is not null as is_done,
        interactions.done_at is not null
        and not coalesce(interactions.is_automatic, false) as is_contact,
        interactions.done_at is null
        and coalesce(
            cast(interactions.planned_at as date) < clock.as_of_date, false
        ) as is_missed,
        interactions.subject,
        interactions.result,
        interactions.source

    from interactions
    cross join clock

)

select * from interactions_with_state
