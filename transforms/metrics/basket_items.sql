-- One row per basket and item: what was bought together, and what it brought.
--
-- grain    basket, item
-- key      basket_id, item_id
-- answers  What does each basket hold?
--
-- A basket is a valid order or, by the settings, all a client bought in a
-- calendar quarter; an item is a product or its category. Duplicates count
-- once, lines of no quantity or without a product not at all. Baskets of more
-- items than the settings allow stand here and are left out of pairs.

with

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

orders as (

    select * from marts.orders

),

order_lines as (

    select * from marts.order_lines

),

products as (

    select * from marts.products

),

bought_lines as (

    select
        case settings.cross_sell_basket
            when 'order' then order_lines.order_id
            else
                coalesce(
                    order_lines.client_id || ' '
                    || cast(
                        cast(
                            date_trunc('quarter', orders.order_date) as date
                        ) as varchar
                    ),
                    order_lines.order_id
                )
        end as basket_id,
        case settings.cross_sell_item
            when 'product' then order_lines.product_id
            else coalesce(products.category, 'unknown')
        end as item_id,
        order_lines.client_id,
        orders.order_date,
        order_lines.net_amount,
        order_lines.margin_amount

    from order_lines
    inner join orders on order_lines.order_id = orders.order_id
    cross join settings
    cross join clock
    left join products on order_lines.product_id = products.product_id
    where
        orders.is_valid
        and order_lines.product_id is not null
        and order_lines.quantity > 0
        and orders.order_date > cast(
            clock.as_of_date
            - settings.cross_sell_window_months * interval '1' month as date
        )

),

bought_items as (

    select
        bought_lines.basket_id,
        bought_lines.item_id,
        bought_lines.client_id,
        max(bought_lines.order_date) as last_order_date,
        cast(sum(bought_lines.net_amount) as decimal(18, 4)) as net_amount,
        cast(sum(bought_lines.margin_amount) as decimal(18, 4))
            as margin_amount

    from bought_lines
    group by 1, 2, 3

),

basket_sizes as (

    select
        bought_items.basket_id,
        cast(count(*) as bigint) as item_count

    from bought_items
    group by 1

),

items_with_basket_size as (

    select
        bought_items.basket_id,
        bought_items.item_id,
        bought_items.client_id,
        bought_items.last_order_date,
        basket_sizes.item_count as basket_item_count,
        bought_items.net_amount,
        bought_items.margin_amount

    from bought_items
    inner join basket_sizes on bought_items.basket_id = basket_sizes.basket_id

)

select * from items_with_basket_size
