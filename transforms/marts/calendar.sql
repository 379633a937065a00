-- One row per day: the weekly pattern of the settings, with the holidays and
-- moved working days the sources state.
--
-- grain    day
-- key      day

with

calendar as (

    select * from meta.calendar

),

exceptions as (

    select * from staging.calendar

),

days_with_exceptions as (

    select
        calendar.day,
        calendar.month,
        calendar.quarter_start_date,
        cast(calendar.year_number as bigint) as year_number,
        cast(calendar.weekday as bigint) as weekday,
        coalesce(exceptions.is_working_day, calendar.is_working_day)
            as is_working_day,
        exceptions.name

    from calendar
    left join exceptions on calendar.day = exceptions.day

)

select * from days_with_exceptions
