-- The total an order states is the sum of its lines, to the cent.
-- severity warning

with

orders as (

    select * from marts.orders

),

orders_that_differ as (

    select
        orders.order_id,
        orders.document_amount,
        orders.net_amount

    from orders
    where
        orders.amount_basis = 'lines'
        and abs(orders.document_amount - orders.net_amount) > 0.01

)

select * from orders_that_differ
