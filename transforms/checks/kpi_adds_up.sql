-- The months of the company hold all sales, returns and valid orders.
-- severity error

with

kpi_by_month as (

    select * from metrics.kpi_by_month

),

sales_by_month as (

    select * from metrics.sales_by_month

),

orders as (

    select * from marts.orders

),

kpi_totals as (

    select
        coalesce(sum(kpi_by_month.net_amount), 0) as net_amount,
        coalesce(sum(kpi_by_month.came_back_amount), 0) as came_back_amount,
        cast(coalesce(sum(kpi_by_month.order_count), 0) as bigint)
            as order_count

    from kpi_by_month

),

sales_totals as (

    select
        coalesce(sum(sales_by_month.net_amount), 0) as net_amount,
        coalesce(sum(sales_by_month.return_amount), 0) as return_amount

    from sales_by_month

),

order_totals as (

    select cast(count(*) as bigint) as order_count

    from orders
    where orders.is_valid

),

totals_that_differ as (

    select
        kpi_totals.net_amount as kpi_amount,
        sales_totals.net_amount as sales_amount,
        kpi_totals.came_back_amount,
        sales_totals.return_amount,
        kpi_totals.order_count as kpi_order_count,
        order_totals.order_count

    from kpi_totals
    cross join sales_totals
    cross join order_totals
    where
        kpi_totals.net_amount <> sales_totals.net_amount
        or kpi_totals.came_back_amount <> sales_totals.return_amount
        or kpi_totals.order_count <> order_totals.order_count

)

select * from totals_that_differ
