-- One row per product and month with sales: the aggregate that ABC/XYZ and
-- concentration of products are computed from.
--
-- grain    product, month
-- key      product_id, month
-- answers  How much of each product sells, month by month?

with

order_lines as (

    select * from marts.order_lines

),

returns as (

    select * from metrics.returns_at_order_date

),

clock as (

    select * from meta.clock

),

lines_and_returns as (

    select
        coalesce(order_lines.product_id, 'unknown') as product_id,
        order_lines.order_date as day,
        order_lines.order_month as month,
        1 as line_count,
        cast(order_lines.quantity as decimal(38, 3)) as quantity,
        cast(order_lines.net_amount as decimal(38, 4)) as gross_amount,
        cast(0 as decimal(38, 4)) as return_amount

    from order_lines
    where not order_lines.is_cancelled
        and order_lines.order_date is not null

    union all

    select
        coalesce(returns.product_id, 'unknown') as product_id,
        returns.order_date as day,
        returns.order_month as month,
        0 as line_count,
        cast(-returns.quantity as decimal(38, 3)) as quantity,
        cast(0 as decimal(38, 4)) as gross_amount,
        returns.return_amount

    from returns

),

volume_per_month as (

    select
        lines_and_returns.product_id,
        lines_and_returns.month,
        cast(sum(lines_and_returns.line_count) as bigint) as line_count,
        cast(
            sum(coalesce(lines_and_returns.quantity, 0)) as decimal(38, 3)
        ) as quantity,
        cast(
            sum(coalesce(lines_and_returns.gross_amount, 0)) as decimal(38, 4)
        ) as gross_amount,
        cast(
            sum(lines_and_returns.return_amount) as decimal(38, 4)
        ) as return_amount,
        cast(
            sum(
                coalesce(lines_and_returns.gross_amount, 0)
                - lines_and_returns.return_amount
            ) as decimal(38, 4)
        ) as net_amount

    from lines_and_returns
    cross join clock
    where lines_and_returns.day <= clock.as_of_date
    group by 1, 2

)

select * from volume_per_month
