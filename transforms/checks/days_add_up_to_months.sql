-- The days of a month add up to its sales and orders.
-- severity error

with

sales_by_day as (

    select * from metrics.sales_by_day

),

sales_by_month as (

    select * from metrics.sales_by_month

),

kpi_by_day as (

    select * from metrics.kpi_by_day

),

kpi_by_month as (

    select * from metrics.kpi_by_month

),

amounts_by_day_and_month as (

    select
        'cell' as grain,
        sales_by_day.month,
        sales_by_day.region,
        sales_by_day.manager_id,
        sales_by_day.direction,
        sales_by_day.net_amount as day_amount,
        sales_by_day.margin_amount as day_margin_amount,
        cast(0 as bigint) as day_order_count,
        cast(0 as decimal(38, 4)) as month_amount,
        cast(0 as decimal(38, 4)) as month_margin_amount,
        cast(0 as bigint) as month_order_count

    from sales_by_day

    union all

    select
        'cell' as grain,
        sales_by_month.month,
        sales_by_month.region,
        sales_by_month.manager_id,
        sales_by_month.direction,
        cast(0 as decimal(38, 4)) as day_amount,
        cast(0 as decimal(38, 4)) as day_margin_amount,
        cast(0 as bigint) as day_order_count,
        sales_by_month.net_amount as month_amount,
        sales_by_month.margin_amount as month_margin_amount,
        cast(0 as bigint) as month_order_count

    from sales_by_month

    union all

    select
        'company' as grain,
        kpi_by_day.month,
        'all' as region,
        'all' as manager_id,
        'all' as direction,
        kpi_by_day.net_amount as day_amount,
        kpi_by_day.margin_amount as day_margin_amount,
        kpi_by_day.order_count as day_order_count,
        cast(0 as decimal(38, 4)) as month_amount,
        cast(0 as decimal(38, 4)) as month_margin_amount,
        cast(0 as bigint) as month_order_count

    from kpi_by_day

    union all

    select
        'company' as grain,
        kpi_by_month.month,
        'all' as region,
        'all' as manager_id,
        'all' as direction,
        cast(0 as decimal(38, 4)) as day_amount,
        cast(0 as decimal(38, 4)) as day_margin_amount,
        cast(0 as bigint) as day_order_count,
        kpi_by_month.net_amount as month_amount,
        kpi_by_month.margin_amount as month_margin_amount,
        kpi_by_month.order_count as month_order_count

    from kpi_by_month

),

months_added_up as (

    select
        amounts_by_day_and_month.grain,
        amounts_by_day_and_month.month,
        amounts_by_day_and_month.region,
        amounts_by_day_and_month.manager_id,
        amounts_by_day_and_month.direction,
        sum(amounts_by_day_and_month.day_amount) as day_amount,
        sum(amounts_by_day_and_month.month_amount) as month_amount,
        coalesce(sum(amounts_by_day_and_month.day_margin_amount), 0)
            as day_margin_amount,
        coalesce(sum(amounts_by_day_and_month.month_margin_amount), 0)
            as month_margin_amount,
        cast(sum(amounts_by_day_and_month.day_order_count) as bigint)
            as day_order_count,
        cast(sum(amounts_by_day_and_month.month_order_count) as bigint)
            as month_order_count

    from amounts_by_day_and_month
    group by 1, 2, 3, 4, 5

),

months_that_differ as (

    select
        months_added_up.grain,
        months_added_up.month,
        months_added_up.region,
        months_added_up.manager_id,
        months_added_up.direction,
        months_added_up.day_amount,
        months_added_up.month_amount,
        months_added_up.day_margin_amount,
        months_added_up.month_margin_amount,
        months_added_up.day_order_count,
        months_added_up.month_order_count

    from months_added_up
    where
        months_added_up.day_amount <> months_added_up.month_amount
        or months_added_up.day_margin_amount
        <> months_added_up.month_margin_amount
        or months_added_up.day_order_count <> months_added_up.month_order_count

)

select * from months_that_differ
