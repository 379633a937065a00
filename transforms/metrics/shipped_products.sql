-- One row per month lines were shipped, region, manager and product: what left.
--
-- grain    month of shipment, region, manager, product
-- key      month, region, manager_id, product_id
-- answers  Which products leave, and whose?
--
-- A shipment without a quantity is what is left of its line, or of the lines of
-- its order, less what other shipments state; several of them count once. A
-- shipment of a whole order with a quantity is spread over the lines in
-- proportion to what was ordered, and is all of them if it is not short.
-- Cancelled lines are left out.

with

order_lines as (

    select * from marts.order_lines

),

orders as (

    select * from marts.orders

),

shipments as (

    select * from marts.shipments

),

line_shipments as (

    select
        shipments.order_line_id,
        shipments.departure_date as shipped_date,
        shipments.quantity

    from shipments
    where
        shipments.order_line_id is not null
        and shipments.quantity is not null
        and shipments.departure_date is not null

),

-- Marts read a second time are read directly: an import read twice is kept in
-- memory whole.
whole_shipments as (

    select
        shipments.order_line_id,
        shipments.departure_date as shipped_date

    from marts.shipments
    where
        shipments.order_line_id is not null
        and shipments.quantity is null

    union all

    select
        order_lines.order_line_id,
        shipments.departure_date as shipped_date

    from marts.shipments
    inner join marts.order_lines
        on shipments.order_id = order_lines.order_id
    left join orders on shipments.order_id = orders.order_id
    where
        shipments.order_line_id is null
        and coalesce(shipments.quantity >= orders.quantity, true)

),

whole_lines as (

    select
        whole_shipments.order_line_id,
        min(whole_shipments.shipped_date) as shipped_date

    from whole_shipments
    group by 1

),

orders_in_part as (

    select
        shipments.order_id,
        shipments.departure_date as shipped_date,
        cast(shipments.quantity as double)
        / nullif(cast(orders.quantity as double), 0) as covered_share

    from marts.shipments
    -- Shipments of unknown orders have no lines.
    inner join orders on shipments.order_id = orders.order_id
    where
        shipments.order_line_id is null
        and shipments.quantity < orders.quantity
        and shipments.departure_date is not null

),

parts_of_whole_lines as (

    select
        whole_lines.order_line_id,
        shipments.quantity

    from whole_lines
    inner join marts.shipments
        on whole_lines.order_line_id = shipments.order_line_id
    where
        shipments.quantity is not null
        and shipments.departure_date is not null

    union all

    select
        whole_lines.order_line_id,
        cast(
            cast(order_lines.quantity as double) * orders_in_part.covered_share
            as decimal(18, 3)
        ) as quantity

    from orders_in_part
    inner join marts.order_lines
        on orders_in_part.order_id = order_lines.order_id
    inner join whole_lines
        on order_lines.order_line_id = whole_lines.order_line_id

),

parts_per_whole_line as (

    select
        parts_of_whole_lines.order_line_id,
        sum(parts_of_whole_lines.quantity) as quantity

    from parts_of_whole_lines
    group by 1

),

shipped_lines as (

    select
        line_shipments.shipped_date,
        order_lines.region,
        order_lines.manager_id,
        order_lines.product_id,
        line_shipments.quantity,
        case
            when line_shipments.quantity = order_lines.quantity
                then order_lines.net_amount
            else cast(
                cast(order_lines.net_amount as double)
                * cast(line_shipments.quantity as double)
                / nullif(cast(order_lines.quantity as double), 0)
                as decimal(18, 4)
            )
        end as net_amount

    from line_shipments
    inner join order_lines
        on line_shipments.order_line_id = order_lines.order_line_id
    where not order_lines.is_cancelled

    union all

    select
        whole_lines.shipped_date,
        order_lines.region,
        order_lines.manager_id,
        order_lines.product_id,
        case
            when parts_per_whole_line.quantity is null
                then order_lines.quantity
            else order_lines.quantity - parts_per_whole_line.quantity
        end as quantity,
        case
            when parts_per_whole_line.quantity is null
                then order_lines.net_amount
            else cast(
                cast(order_lines.net_amount as double)
                * cast(
                    order_lines.quantity - parts_per_whole_line.quantity
                    as double
                )
                / nullif(cast(order_lines.quantity as double), 0)
                as decimal(18, 4)
            )
        end as net_amount

    from whole_lines
    inner join marts.order_lines
        on whole_lines.order_line_id = order_lines.order_line_id
    left join parts_per_whole_line
        on whole_lines.order_line_id = parts_per_whole_line.order_line_id
    where
        whole_lines.shipped_date is not null
        and not order_lines.is_cancelled
        and (
            parts_per_whole_line.quantity is null
            or parts_per_whole_line.quantity < order_lines.quantity
        )

    union all

    select
        orders_in_part.shipped_date,
        order_lines.region,
        order_lines.manager_id,
        order_lines.product_id,
        cast(
            cast(order_lines.quantity as double) * orders_in_part.covered_share
            as decimal(18, 3)
        ) as quantity,
        cast(
            cast(order_lines.net_amount as double)
            * orders_in_part.covered_share as decimal(18, 4)
        ) as net_amount

    -- Few orders have such shipments: said so, the engine looks for their lines
    -- among these orders, not for these orders among all lines.
    from orders_in_part
    inner join marts.order_lines
        on
            orders_in_part.order_id = case
                when not order_lines.is_cancelled then order_lines.order_id
            end

),

products_shipped as (

    select
        cast(date_trunc('month', shipped_lines.shipped_date) as date) as month,
        shipped_lines.region,
        coalesce(shipped_lines.manager_id, 'unknown') as manager_id,
        coalesce(shipped_lines.product_id, 'unknown') as product_id,
        cast(count(*) as bigint) as shipment_count,
        cast(sum(shipped_lines.quantity) as decimal(38, 3))
            as shipped_quantity,
        cast(
            coalesce(sum(shipped_lines.net_amount), 0) as decimal(38, 4)
        ) as shipped_amount

    from shipped_lines
    group by 1, 2, 3, 4

)

select * from products_shipped
