-- One row per day from the first sale to the as-of day: the company's sales,
-- orders and lines due, and how far the working days of the month have gone by.
-- Days without anything are zero, not missing.
--
-- grain    day
-- key      day
-- answers  How did the last days and weeks go?

with

sales_by_day as (

    select * from metrics.sales_by_day

),

orders as (

    select * from marts.orders

),

otif_by_day as (

    select * from metrics.otif_by_day

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

),

sales_per_day as (

    select
        sales_by_day.day,
        cast(sum(sales_by_day.net_amount) as decimal(38, 4)) as net_amount,
        cast(sum(sales_by_day.costed_amount) as decimal(38, 4))
            as costed_amount,
        cast(sum(sales_by_day.margin_amount) as decimal(38, 4))
            as margin_amount

    from sales_by_day
    group by 1

),

orders_per_day as (

    select
        orders.order_date as day,
        cast(count(*) as bigint) as order_count,
        cast(sum(orders.net_amount) as decimal(38, 4)) as order_amount

    from orders
    where orders.is_valid
    group by 1

),

deliveries_per_day as (

    select
        otif_by_day.due_date as day,
        cast(sum(otif_by_day.lines_due_count) as bigint) as lines_due_count,
        cast(sum(otif_by_day.on_time_count) as bigint) as on_time_count,
        cast(sum(otif_by_day.otif_count) as bigint) as otif_count

    from otif_by_day
    group by 1

),

first_days as (

    select min(sales_per_day.day) as day from sales_per_day

),

working_days_counted as (

    select
        calendar.day,
        sum(case when calendar.is_working_day then 1 else 0 end) over (
            partition by calendar.month
            order by calendar.day asc nulls last
            rows between unbounded preceding and current row
        ) as working_days_elapsed,
        sum(case when calendar.is_working_day then 1 else 0 end) over (
            partition by calendar.month
        ) as working_days

    from calendar

),

shown_days as (

    select sales_per_day.day from sales_per_day

    union

    select orders_per_day.day from orders_per_day

    union

    select calendar.day
    from calendar
    cross join first_days
    cross join clock
    where
        calendar.day >= first_days.day
        and calendar.day <= clock.as_of_date

),

figures_per_day as (

    select
        shown_days.day,
        cast(date_trunc('month', shown_days.day) as date) as month,
        coalesce(sales_per_day.net_amount, cast(0 as decimal(38, 4)))
            as net_amount,
        coalesce(sales_per_day.costed_amount, cast(0 as decimal(38, 4)))
            as costed_amount,
        sales_per_day.margin_amount,
        coalesce(orders_per_day.order_count, 0) as order_count,
        coalesce(orders_per_day.order_amount, cast(0 as decimal(38, 4)))
            as order_amount,
        coalesce(deliveries_per_day.lines_due_count, 0) as lines_due_count,
        coalesce(deliveries_per_day.on_time_count, 0) as on_time_count,
        coalesce(deliveries_per_day.otif_count, 0) as otif_count,
        cast(coalesce(working_days_counted.working_days, 0) as bigint)
            as working_days,
        cast(coalesce(working_days_counted.working_days_elapsed, 0) as bigint)
            as working_days_elapsed

    from shown_days
    left join sales_per_day on shown_days.day = sales_per_day.day
    left join orders_per_day on shown_days.day = orders_per_day.day
    left join deliveries_per_day on shown_days.day = deliveries_per_day.day
    left join working_days_counted
        on shown_days.day = working_days_counted.day

)

select * from figures_per_day
