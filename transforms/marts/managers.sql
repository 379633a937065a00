-- One row per employee who sells or serves. One that documents name and no
-- source describes has a bare row.
--
-- grain    manager_id
-- key      manager_id

with

managers as (

    select * from staging.managers

),

named_keys as (

    select * from marts.named_keys

),

clock as (

    select * from meta.clock

),

managers_with_state as (

    select
        managers.manager_id,
        managers.name,
        managers.team,
        managers.region,
        managers.direction,
        managers.hired_date,
        managers.left_date,
        managers.left_date is null
        and coalesce(managers.hired_date <= clock.as_of_date, true)
            as is_employed,
        true as has_card,
        managers.source

    from managers
    cross join clock

    union all

    select
        named_keys.entity_id as manager_id,
        named_keys.entity_id as name,
        cast(null as varchar) as team,
        cast(null as varchar) as region,
        cast(null as varchar) as direction,
        cast(null as date) as hired_date,
        cast(null as date) as left_date,
        true as is_employed,
        false as has_card,
        'unknown' as source

    from named_keys
    where
        named_keys.entity = 'managers'
        and not named_keys.has_card

)

select * from managers_with_state
