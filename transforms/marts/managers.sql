-- One row per employee who sells or serves.
--
-- grain    manager_id
-- key      manager_id

with

managers as (

    select * from staging.managers

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
        managers.source

    from managers
    cross join clock

)

select * from managers_with_state
