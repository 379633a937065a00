-- All orders together are worth what their lines are worth.
-- severity error

with

orders as (

    select * from marts.orders

),

order_lines as (

    select * from marts.order_lines

),

order_totals as (

    select
        cast(coalesce(sum(orders.line_count), 0) as bigint) as line_count,
        coalesce(
            sum(orders.net_amount) filter (
                where orders.amount_basis = 'lines'
            ),
            0
        ) as net_amount

    from orders

),

line_totals as (

    select
        cast(count(*) as bigint) as line_count,
        coalesce(sum(order_lines.net_amount), 0) as net_amount

    from order_lines
    where order_lines.order_date is not null

),

totals_that_differ as (

    select
        order_totals.line_count as order_line_count,
        line_totals.line_count,
        order_totals.net_amount as order_amount,
        line_totals.net_amount as line_amount

    from order_totals
    cross join line_totals
    where
        order_totals.line_count <> line_totals.line_count
        or order_totals.net_amount <> line_totals.net_amount

)

select * from totals_that_differ
