-- Orders reach the day the figures speak of.
-- An export of years past makes every figure of today zero.
-- severity warning

with

orders as (

    select * from marts.orders

),

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

newest_orders as (

    select
        max(orders.order_date) as newest_order_date,
        cast(count(*) as bigint) as order_count

    from orders
    cross join clock
    where orders.order_date <= clock.as_of_date

),

silent_orders as (

    select
        newest_orders.newest_order_date,
        clock.as_of_date,
        newest_orders.order_count

    from newest_orders
    cross join clock
    cross join settings
    where
        date_diff('day', newest_orders.newest_order_date, clock.as_of_date)
        > settings.silent_after_days

)

select * from silent_orders
