-- One row per absence of an employee.
--
-- grain    manager_id, first_date
-- key      manager_id, first_date

with

absences as (

    select * from staging.absences

),

absences_named as (

    select
        absences.manager_id,
        absences.first_date,
        absences.last_date,
        coalesce(absences.reason, 'unknown') as reason,
        absences.source

    from absences

)

select * from absences_named
