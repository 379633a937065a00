-- One row per series, window and product: sales of the window against the same
-- months a year before, split into price and quantity. A product sold in both
-- has a price effect, new price less old on the new quantity; one sold in only
-- one of them is new or lost; sales without a product or a quantity have no
-- price and stand as other. Sales are before returns.
--
-- grain    dimension, entity, window, product
-- key      dimension, entity_id, window_name, product_id
-- answers  Which products explain why sales differ from last year?

with

sales_by_month as (

    select * from metrics.sales_by_month

),

forecast_series as (

    select * from metrics.forecast_series

),

numbers as (

    select * from meta.numbers

),

clock as (

    select * from meta.clock

),

last_months as (

    select
        max(forecast_series.month) as month,
        min(forecast_series.month) as first_month

    from forecast_series

),

windows as (

    select
        'last_' || cast(numbers.n as varchar) || '_months' as window_name,
        numbers.n as month_count,
        cast(
            last_months.month - (numbers.n - 1) * interval '1' month as date
        ) as from_month,
        last_months.month as to_month

    from last_months
    cross join numbers
    where
        numbers.n in (1, 3, 12)
        -- Without the same months a year before there is nothing to compare.
        and cast(
            last_months.month - (numbers.n + 11) * interval '1' month as date
        )
        >= last_months.first_month

),

months_of_sales as (

    select
        sales_by_month.region,
        sales_by_month.direction,
        sales_by_month.product_id,
        sales_by_month.gross_amount,
        sales_by_month.quantity,
        cast(
            extract(year from last_months.month) * 12
            + extract(month from last_months.month)
            - extract(year from sales_by_month.month) * 12
            - extract(month from sales_by_month.month) as bigint
        ) as months_ago

    from sales_by_month
    cross join last_months
    where
        sales_by_month.month <= last_months.month
        and sales_by_month.month
        > cast(last_months.month - interval '24' month as date)

),

sales_per_cell as (

    select
        months_of_sales.region,
        months_of_sales.direction,
        months_of_sales.product_id,
        months_of_sales.months_ago >= 12 as is_previous,
        -- The shortest window a month lies in.
        case
            when mod(months_of_sales.months_ago, 12) = 0 then 1
            when mod(months_of_sales.months_ago, 12) < 3 then 3
            else 12
        end as month_count,
        sum(months_of_sales.gross_amount) as gross_amount,
        sum(months_of_sales.quantity) as quantity

    from months_of_sales
    group by 1, 2, 3, 4, 5

),

cells_in_windows as (

    select
        windows.window_name,
        windows.from_month,
        windows.to_month,
        sales_per_cell.region,
        sales_per_cell.direction,
        sales_per_cell.product_id,
        sum(sales_per_cell.gross_amount) filter (
            where not sales_per_cell.is_previous
        ) as amount,
        sum(sales_per_cell.quantity) filter (
            where not sales_per_cell.is_previous
        ) as quantity,
        sum(sales_per_cell.gross_amount) filter (
            where sales_per_cell.is_previous
        ) as previous_amount,
        sum(sales_per_cell.quantity) filter (
            where sales_per_cell.is_previous
        ) as previous_quantity

    from windows
    -- Months in no window tell nothing here.
    inner join sales_per_cell
        on sales_per_cell.month_count <= windows.month_count
    group by 1, 2, 3, 4, 5, 6

),

products_in_series as (

    select
        case numbers.n
            when 1 then 'total'
            when 2 then 'region'
            else 'direction'
        end as dimension,
        case numbers.n
            when 1 then 'all'
            when 2 then cells_in_windows.region
            else cells_in_windows.direction
        end as entity_id,
        cells_in_windows.window_name,
        cells_in_windows.from_month,
        cells_in_windows.to_month,
        cells_in_windows.product_id,
        cast(
            coalesce(sum(cells_in_windows.previous_amount), 0)
            as decimal(38, 4)
        ) as previous_amount,
        cast(
            coalesce(sum(cells_in_windows.amount), 0) as decimal(38, 4)
        ) as amount,
        cast(
            coalesce(sum(cells_in_windows.previous_quantity), 0)
            as decimal(38, 3)
        ) as previous_quantity,
        cast(
            coalesce(sum(cells_in_windows.quantity), 0) as decimal(38, 3)
        ) as quantity

    from cells_in_windows
    cross join numbers
    where numbers.n between 1 and 3
    group by 1, 2, 3, 4, 5, 6

),

products_with_state as (

    select
        products_in_series.dimension,
        products_in_series.entity_id,
        products_in_series.window_name,
        products_in_series.from_month,
        products_in_series.to_month,
        products_in_series.product_id,
        products_in_series.previous_amount,
        products_in_series.amount,
        products_in_series.previous_quantity,
        products_in_series.quantity,
        case
            when products_in_series.product_id = 'unknown' then 'other'
            when
                products_in_series.previous_quantity > 0
                and products_in_series.quantity > 0
                then 'both'
            when
                products_in_series.quantity > 0
                and products_in_series.previous_quantity = 0
                and products_in_series.previous_amount = 0
                then 'new'
            when
                products_in_series.previous_quantity > 0
                and products_in_series.quantity = 0
                and products_in_series.amount = 0
                then 'lost'
            else 'other'
        end as product_state

    from products_in_series

),

products_at_old_price as (

    select
        products_with_state.dimension,
        products_with_state.entity_id,
        products_with_state.window_name,
        products_with_state.from_month,
        products_with_state.to_month,
        products_with_state.product_id,
        products_with_state.product_state,
        products_with_state.previous_amount,
        products_with_state.amount,
        products_with_state.previous_quantity,
        products_with_state.quantity,
        case
            when products_with_state.product_state = 'both'
                then cast(
                    cast(products_with_state.previous_amount as double)
                    * cast(products_with_state.quantity as double)
                    / nullif(
                        cast(products_with_state.previous_quantity as double),
                        0
                    )
                    as decimal(38, 4)
                )
        end as old_price_amount

    from products_with_state

),

products_with_effects as (

    select
        products_at_old_price.dimension,
        products_at_old_price.entity_id,
        products_at_old_price.window_name,
        products_at_old_price.from_month,
        products_at_old_price.to_month,
        products_at_old_price.product_id,
        products_at_old_price.product_state,
        products_at_old_price.previous_amount,
        products_at_old_price.amount,
        products_at_old_price.previous_quantity,
        products_at_old_price.quantity,
        products_at_old_price.old_price_amount,
        cast(
            products_at_old_price.amount
            - products_at_old_price.old_price_amount as decimal(38, 4)
        ) as price_effect_amount,
        cast(
            products_at_old_price.old_price_amount
            - products_at_old_price.previous_amount as decimal(38, 4)
        ) as quantity_effect_amount,
        cast(
            products_at_old_price.amount
            - products_at_old_price.previous_amount as decimal(38, 4)
        ) as change_amount,
        clock.as_of_date

    from products_at_old_price
    cross join clock

)

select * from products_with_effects
