-- One row per order, as its source states it. Orders dated after the as-of day
-- are left out; requested and promised days are plans and stay.
--
-- grain    order_id
-- key      order_id

with

orders as (

    select * from raw.orders

),

client_ids as (

    select * from staging.client_ids

),

clock as (

    select * from meta.clock

),

orders_known as (

    select
        orders.order_id,
        coalesce(client_ids.client_id, orders.client_id) as client_id,
        orders.order_date,
        orders.status,
        orders.cancelled_by,
        orders.channel,
        orders.manager_id,
        orders.campaign_id,
        orders.region,
        orders.currency,
        orders.amount,
        orders.requested_date,
        orders.promised_date,
        orders._source as source,
        orders._file_id,
        orders._record

    from orders
    left join client_ids on orders.client_id = client_ids.source_client_id
    cross join clock
    where
        orders.order_date <= clock.as_of_date

)

select * from orders_known
