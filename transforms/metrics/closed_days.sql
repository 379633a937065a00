-- One row per day from the first planned closure on: how many days the company
-- had been closed for by then.
--
-- grain    day
-- key      day
-- answers  How many days of a silence were days on which nobody could order?
--
-- A planned closure is seven days or more in a row that the calendar does not
-- work: holidays of New Year, a summer closure. Weekends and single holidays
-- belong to every client's rhythm.

with

calendar as (

    select * from marts.calendar

),

days_off as (

    select
        calendar.day,
        date_diff('day', date '2000-01-01', calendar.day)
        - row_number() over (
            order by calendar.day nulls last
        ) as stretch_number

    from calendar
    where not calendar.is_working_day

),

closures as (

    select
        days_off.stretch_number,
        min(days_off.day) as from_date,
        max(days_off.day) as to_date

    from days_off
    group by 1
    having count(*) >= 7

),

history as (

    select min(closures.from_date) as first_date

    from closures

),

days_since_first_closure as (

    select
        calendar.day,
        case when closures.from_date is null then 0 else 1 end as is_closed

    from calendar
    inner join history on calendar.day >= history.first_date
    left join closures
        on calendar.day between closures.from_date and closures.to_date

),

closed_days as (

    select
        days_since_first_closure.day,
        cast(
            sum(days_since_first_closure.is_closed) over (
                order by days_since_first_closure.day nulls last
                rows between unbounded preceding and current row
            ) as bigint
        ) as closed_day_count

    from days_since_first_closure

)

select * from closed_days
