-- One row per client, manager or product and month with an order: net revenue.
--
-- grain    dimension, entity, month
-- key      dimension, entity_id, month
-- answers  Who and what brought the revenue of a month?
--
-- An entity with orders of zero amount only is active, with zero revenue. What
-- names no entity stands under unknown, so that each dimension adds up.

with

orders as (

    select * from marts.orders

),

returns as (

    select * from metrics.returns_at_order_date

),

product_volume as (

    select * from metrics.product_volume_by_month

),

numbers as (

    select * from meta.numbers

),

orders_per_client_and_manager as (

    select
        coalesce(orders.client_id, 'unknown') as client_id,
        coalesce(orders.manager_id, 'unknown') as manager_id,
        orders.order_month as month,
        cast(
            sum(
                case
                    when orders.is_valid then orders.net_amount
                    else 0
                end
            ) as decimal(38, 4)
        ) as net_amount

    from orders
    where not orders.is_cancelled
    group by 1, 2, 3

    union all

    select
        coalesce(returns.client_id, 'unknown') as client_id,
        coalesce(returns.manager_id, 'unknown') as manager_id,
        returns.order_month as month,
        cast(-sum(returns.return_amount) as decimal(38, 4)) as net_amount

    from returns
    group by 1, 2, 3

),

amounts as (

    select
        case numbers.n when 1 then 'client' else 'manager' end as dimension,
        case numbers.n
            when 1 then orders_per_client_and_manager.client_id
            else orders_per_client_and_manager.manager_id
        end as entity_id,
        orders_per_client_and_manager.month,
        cast(
            sum(orders_per_client_and_manager.net_amount) as decimal(38, 4)
        ) as net_amount

    from orders_per_client_and_manager
    cross join numbers
    where numbers.n between 1 and 2
    group by 1, 2, 3

    union all

    select
        'product' as dimension,
        product_volume.product_id as entity_id,
        product_volume.month,
        product_volume.net_amount

    from product_volume

)

select * from amounts
