-- One row per month: how many days are worked. The holidays of a year to come
-- that no source has told yet are taken to be those of the last year told.
--
-- grain    month
-- key      month
-- answers  How many days does a month have to sell in?

with

calendar as (

    select * from marts.calendar

),

months as (

    select
        calendar.month,
        calendar.year_number,
        extract(month from calendar.month) as month_number,
        count(*) filter (where calendar.is_working_day) as working_day_count,
        count(calendar.name) as named_day_count

    from calendar
    group by 1, 2, 3

),

last_told_years as (

    select max(months.year_number) as year_number

    from months
    where months.named_day_count > 0

),

months_told as (

    select
        months.month_number,
        months.working_day_count

    from months
    inner join last_told_years
        on months.year_number = last_told_years.year_number

),

working_days as (

    select
        months.month,
        cast(
            case
                when months.year_number > last_told_years.year_number
                    then coalesce(
                        months_told.working_day_count, months.working_day_count
                    )
                else months.working_day_count
            end as bigint
        ) as working_day_count,
        coalesce(months.year_number > last_told_years.year_number, false)
            as is_as_last_year

    from months
    cross join last_told_years
    left join months_told on months.month_number = months_told.month_number

)

select * from working_days
