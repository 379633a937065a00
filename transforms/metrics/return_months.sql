-- One row per month of the calendar and way to tell where a return belongs (the
-- month its order had arrived, its line was shipped): whether the month is old
-- enough for its returns to be told. Younger than the time in which 95 % of
-- returns come back it is not: more will come. Where nothing came back a month
-- is once it is over.
--
-- grain    basis, month
-- key      basis, month
-- answers  Of which months are the returns known?

with

returned_orders as (

    select * from metrics.returned_orders

),

returned_lines as (

    select * from metrics.returned_lines

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

),

bases as (

    select 'order' as basis

    union all

    select 'line' as basis

),

lags as (

    select
        'order' as basis,
        returned_orders.return_id,
        returned_orders.lag_days

    from returned_orders
    where returned_orders.lag_days is not null

    union all

    select
        'line' as basis,
        returned_lines.return_id,
        returned_lines.lag_days

    from returned_lines
    where returned_lines.lag_days is not null

),

lags_in_order as (

    select
        lags.basis,
        lags.lag_days,
        row_number() over (
            partition by lags.basis
            order by
                lags.lag_days asc nulls last,
                lags.return_id asc nulls last
        ) as lag_rank,
        count(*) over (partition by lags.basis) as lag_count

    from lags

),

usual_lags as (

    select
        lags_in_order.basis,
        min(lags_in_order.lag_days) as lag_days

    from lags_in_order
    where lags_in_order.lag_rank * 100 >= lags_in_order.lag_count * 95
    group by 1

),

months_of_calendar as (

    select
        calendar.month,
        max(calendar.day) as last_day

    from calendar
    group by 1

),

months_judged as (

    select
        bases.basis,
        months_of_calendar.month,
        usual_lags.lag_days as usual_lag_days,
        coalesce(
            date_diff(
                'day',
                cast(months_of_calendar.last_day as date),
                clock.as_of_date
            ) >= usual_lags.lag_days,
            months_of_calendar.last_day <= clock.as_of_date
        ) as is_mature

    from bases
    cross join months_of_calendar
    cross join clock
    left join usual_lags on bases.basis = usual_lags.basis

)

select * from months_judged
