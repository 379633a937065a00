-- One row per absence of an employee. Absences that begin after the as-of day
-- are left out; their ends are plans and stay.
--
-- grain    manager_id, first_date
-- key      manager_id, first_date

with

absences as (

    select * from raw.absences

),

clock as (

    select * from meta.clock

),

absences_known as (

    select
        absences.manager_id,
        absences.first_date,
        absences.last_date,
        absences.reason,
        absences._source as source

    from absences
    cross join clock
    where absences.first_date <= clock.as_of_date

)

select * from absences_known
