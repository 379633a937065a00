-- One row per day that is not as the weekly pattern says. Holidays to come are
-- plans and stay.
--
-- grain    day
-- key      day

with

calendar as (

    select * from raw.calendar

),

days_stated as (

    select
        calendar.day,
        calendar.is_working_day,
        calendar.name,
        calendar._source as source,
        calendar._file_id,
        calendar._record

    from calendar

)

select * from days_stated
