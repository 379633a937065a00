-- One row per order line and shipment that covers it. A shipment of a whole
-- order covers all its lines; its quantity, if stated and short, is spread over
-- them in proportion to what was ordered, rounded up to a thousandth so that
-- parts add up to the whole. Shipments of lines that never came have no row.
--
-- grain    order_line_id, shipment_id
-- key      order_line_id, shipment_id

with

shipments as (

    select * from marts.shipments

),

order_lines as (

    select * from marts.order_lines

),

orders as (

    select * from marts.orders

),

shipments_of_lines as (

    select
        order_lines.order_line_id,
        shipments.shipment_id,
        shipments.planned_date,
        shipments.arrival_date,
        shipments.arrival_basis,
        coalesce(shipments.quantity, order_lines.quantity) as quantity,
        shipments.carrier

    from shipments
    inner join order_lines
        on shipments.order_line_id = order_lines.order_line_id

),

shipments_of_orders as (

    select
        shipments.shipment_id,
        shipments.order_id,
        shipments.planned_date,
        shipments.arrival_date,
        shipments.arrival_basis,
        case
            when shipments.quantity < orders.quantity
                then
                    cast(shipments.quantity as double)
                    / nullif(cast(orders.quantity as double), 0)
        end as covered_share,
        shipments.carrier

    from shipments
    left join orders on shipments.order_id = orders.order_id
    where shipments.order_line_id is null

),

shipments_of_orders_by_line as (

    select
        order_lines.order_line_id,
        shipments_of_orders.shipment_id,
        shipments_of_orders.planned_date,
        shipments_of_orders.arrival_date,
        shipments_of_orders.arrival_basis,
        case
            when shipments_of_orders.covered_share is null
                then order_lines.quantity
            else cast(
                ceil(
                    cast(order_lines.quantity as double)
                    * shipments_of_orders.covered_share * 1000e0
                    - 0.000001e0
                ) / 1000e0 as decimal(18, 3)
            )
        end as quantity,
        shipments_of_orders.carrier

    from shipments_of_orders
    inner join order_lines
        on shipments_of_orders.order_id = order_lines.order_id

),

all_line_shipments as (

    select
        shipments_of_lines.order_line_id,
        shipments_of_lines.shipment_id,
        shipments_of_lines.planned_date,
        shipments_of_lines.arrival_date,
        shipments_of_lines.arrival_basis,
        shipments_of_lines.quantity,
        shipments_of_lines.carrier

    from shipments_of_lines

    union all

    select
        shipments_of_orders_by_line.order_line_id,
        shipments_of_orders_by_line.shipment_id,
        shipments_of_orders_by_line.planned_date,
        shipments_of_orders_by_line.arrival_date,
        shipments_of_orders_by_line.arrival_basis,
        shipments_of_orders_by_line.quantity,
        shipments_of_orders_by_line.carrier

    from shipments_of_orders_by_line

)

select * from all_line_shipments
