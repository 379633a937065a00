-- One row per delivery, as it stood on the as-of day. Deliveries of orders
-- dated later are left out with them; goods that left or arrived later are
-- still under way. Whether a source ever states a delivery day is asked of all
-- its rows, so that the answer does not change with the as-of day.
--
-- grain    shipment_id
-- key      shipment_id

with

shipments as (

    select * from raw.shipments

),

orders as (

    select * from raw.orders

),

clock as (

    select * from meta.clock

),

-- Read a second time directly: an import read twice is kept in memory whole,
-- and with all columns of this view, whatever its reader asks for.
later_orders as (

    select orders.order_id

    from orders
    cross join meta.clock
    where orders.order_date > clock.as_of_date

),

sources_stating_delivery as (

    select
        shipments._source,
        cast(count(*) as bigint) as delivery_count

    from raw.shipments
    where shipments.delivered_date is not null
    group by 1

),

shipments_known as (

    select
        shipments.shipment_id,
        shipments.order_id,
        shipments.order_line_id,
        shipments.planned_date,
        case
            when shipments.shipped_date <= clock.as_of_date
                then shipments.shipped_date
        end as shipped_date,
        case
            when shipments.delivered_date <= clock.as_of_date
                then shipments.delivered_date
        end as delivered_date,
        sources_stating_delivery.delivery_count is not null
            as is_delivery_stated,
        shipments.quantity,
        shipments.carrier,
        shipments._source as source,
        shipments._file_id,
        shipments._record

    from shipments
    left join later_orders on shipments.order_id = later_orders.order_id
    left join sources_stating_delivery
        on shipments._source = sources_stating_delivery._source
    cross join clock
    where later_orders.order_id is null

)

select * from shipments_known
