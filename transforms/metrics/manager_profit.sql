-- One row per manager: what was sold in the last twelve complete months, at
-- what discount and margin, and what came back. Rates are ratios of sums.
--
-- grain    manager
-- key      manager_id
-- answers  Who sells most, and who sells most profitably?

with

sales_by_month as (

    select * from metrics.sales_by_month

),

discounts as (

    select * from metrics.discounts

),

orders as (

    select * from marts.orders

),

forecast_series as (

    select * from metrics.forecast_series

),

clock as (

    select * from meta.clock

),

windows as (

    select
        cast(
            max(forecast_series.month) - interval '11' month as date
        ) as from_month,
        max(forecast_series.month) as to_month

    from forecast_series

),

sales_per_manager as (

    select
        sales_by_month.manager_id,
        sum(sales_by_month.gross_amount) as gross_amount,
        sum(sales_by_month.return_amount) as return_amount,
        sum(sales_by_month.net_amount) as net_amount,
        sum(sales_by_month.costed_amount) as costed_amount,
        sum(sales_by_month.margin_amount) as margin_amount

    from sales_by_month
    cross join windows
    where
        sales_by_month.month >= windows.from_month
        and sales_by_month.month <= windows.to_month
    group by 1

),

orders_per_manager as (

    select
        coalesce(orders.manager_id, 'unknown') as manager_id,
        cast(count(*) as bigint) as order_count,
        cast(count(distinct orders.client_id) as bigint) as client_count

    from orders
    cross join windows
    where
        orders.is_valid
        and orders.order_month >= windows.from_month
        and orders.order_month <= windows.to_month
    group by 1

),

discounts_per_manager as (

    select
        discounts.manager_id,
        sum(discounts.list_amount) as list_amount,
        sum(discounts.discount_amount) as discount_amount,
        sum(discounts.leak_amount) as leak_amount

    from discounts
    group by 1

),

profits as (

    select
        sales_per_manager.manager_id,
        windows.from_month,
        windows.to_month,
        coalesce(orders_per_manager.order_count, 0) as order_count,
        coalesce(orders_per_manager.client_count, 0) as client_count,
        cast(sales_per_manager.gross_amount as decimal(38, 4)) as gross_amount,
        cast(sales_per_manager.return_amount as decimal(38, 4))
            as return_amount,
        cast(sales_per_manager.return_amount as double)
        / nullif(cast(sales_per_manager.gross_amount as double), 0)
            as return_rate,
        cast(sales_per_manager.net_amount as decimal(38, 4)) as net_amount,
        cast(discounts_per_manager.discount_amount as decimal(38, 4))
            as discount_amount,
        cast(discounts_per_manager.discount_amount as double)
        / nullif(cast(discounts_per_manager.list_amount as double), 0)
            as discount_rate,
        cast(discounts_per_manager.leak_amount as decimal(38, 4))
            as leak_amount,
        cast(sales_per_manager.margin_amount as decimal(38, 4))
            as margin_amount,
        cast(sales_per_manager.margin_amount as double)
        / nullif(cast(sales_per_manager.costed_amount as double), 0)
            as margin_rate,
        case
            when
                sales_per_manager.costed_amount >= 0
                and sales_per_manager.costed_amount
                <= sales_per_manager.gross_amount
                then
                    cast(sales_per_manager.costed_amount as double)
                    / nullif(cast(sales_per_manager.gross_amount as double), 0)
        end as costed_share,
        case
            when sales_per_manager.margin_amount is null then 'no_cost'
            when coalesce(orders_per_manager.order_count, 0) < 30 then 'low_n'
            when
                cast(sales_per_manager.costed_amount as double)
                < 0.95e0 * cast(sales_per_manager.gross_amount as double)
                then 'partial_cost'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from sales_per_manager
    cross join windows
    cross join clock
    left join orders_per_manager
        on sales_per_manager.manager_id = orders_per_manager.manager_id
    left join discounts_per_manager
        on sales_per_manager.manager_id = discounts_per_manager.manager_id

)

select * from profits
