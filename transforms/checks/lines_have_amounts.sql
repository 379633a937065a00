-- Every order line has an amount of its own.
-- Not one guessed from the list price, nor none.
-- severity warning

with

order_lines as (

    select * from marts.order_lines

),

lines_without_own_amount as (

    select
        order_lines.source,
        order_lines.amount_basis,
        order_lines.has_rate,
        cast(count(*) as bigint) as line_count,
        min(order_lines.order_line_id) as first_order_line_id

    from order_lines
    where
        order_lines.net_amount is null
        or order_lines.amount_basis = 'list_price'
    group by 1, 2, 3

)

select * from lines_without_own_amount
