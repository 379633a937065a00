-- One row per employee, as its source states it. A leaving day after the as-of
-- day has not come yet.
--
-- grain    manager_id
-- key      manager_id

with

managers as (

    select * from raw.managers

),

clock as (

    select * from meta.clock

),

managers_known as (

    select
        managers.manager_id,
        managers.name,
        managers.team,
        managers.region,
        managers.direction,
        managers.hired_date,
        case
            when managers.left_date <= clock.as_of_date
                then managers.left_date
        end as left_date,
        managers._source as source,
        managers._file_id,
        managers._record

    from managers
    cross join clock

)

select * from managers_known
