-- One row per product and month with sales: the aggregate that ABC/XYZ and
-- concentration of products are computed from.
--
-- grain    product, month
-- key      product_id, month
-- answers  How much of each product sells, month by month?

with

sales_by_month as (

    select * from metrics.sales_by_month

),

volume_per_month as (

    select
        sales_by_month.product_id,
        sales_by_month.month,
        cast(sum(sales_by_month.line_count) as bigint) as line_count,
        cast(
            sum(sales_by_month.quantity - sales_by_month.returned_quantity)
            as decimal(38, 3)
        ) as quantity,
        cast(sum(sales_by_month.gross_amount) as decimal(38, 4))
            as gross_amount,
        cast(sum(sales_by_month.return_amount) as decimal(38, 4))
            as return_amount,
        cast(sum(sales_by_month.net_amount) as decimal(38, 4)) as net_amount

    from sales_by_month
    group by 1, 2

)

select * from volume_per_month
