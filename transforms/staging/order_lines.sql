-- One row per order line, as its source states it. Lines of orders dated after
-- the as-of day are left out with them; lines whose order never came stay, so
-- that they can be counted.
--
-- grain    order_line_id
-- key      order_line_id

with

order_lines as (

    select * from raw.order_lines

),

orders as (

    select * from raw.orders

),

clock as (

    select * from meta.clock

),

later_orders as (

    select orders.order_id

    from orders
    cross join clock
    where orders.order_date > clock.as_of_date

),

order_lines_known as (

    select
        order_lines.order_line_id,
        order_lines.order_id,
        order_lines.product_id,
        order_lines.quantity,
        order_lines.unit_price_amount,
        order_lines.discount_share,
        order_lines.amount,
        order_lines.cost_amount,
        order_lines._source as source,
        order_lines._file_id,
        order_lines._record

    from order_lines
    left join later_orders on order_lines.order_id = later_orders.order_id
    where later_orders.order_id is null

)

select * from order_lines_known
