-- Every client with a valid order has exactly one class today.
--
-- severity error

with

days as (

    select * from marts.client_days

),

classes as (

    select * from metrics.client_classes

),

clients_with_orders as (

    select days.client_id

    from days
    where days.order_count > 0
    group by 1

),

current_classes as (

    select
        classes.client_id,
        cast(count(*) as bigint) as class_count

    from classes
    where classes.is_current
    group by 1

),

clients_without_one_class as (

    select
        coalesce(
            clients_with_orders.client_id, current_classes.client_id
        ) as client_id,
        coalesce(current_classes.class_count, 0) as class_count

    from clients_with_orders
    full join current_classes
        on clients_with_orders.client_id = current_classes.client_id
    where clients_with_orders.client_id is null
        or current_classes.class_count is null
        or current_classes.class_count <> 1

)

select * from clients_without_one_class
