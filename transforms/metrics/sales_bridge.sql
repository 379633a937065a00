-- One row per series and window: why net sales differ from the same months a
-- year before. Over products sold in both years: price = sum of (new less old
-- price) times new quantity; volume = change of all units at the old average
-- price; mix = the rest of the change in quantities at old prices. New and
-- lost products, sales without a price, and returns stand apart. The parts sum
-- to the gap exactly.
--
-- grain    dimension, entity, window
-- key      dimension, entity_id, window_name
-- answers  Do we sell more, dearer or other things than last year?

with

product_bridge as (

    select * from metrics.product_bridge

),

sales_by_month as (

    select * from metrics.sales_by_month

),

numbers as (

    select * from meta.numbers

),

products_added_up as (

    select
        product_bridge.dimension,
        product_bridge.entity_id,
        product_bridge.window_name,
        product_bridge.from_month,
        product_bridge.to_month,
        sum(product_bridge.previous_amount) as previous_gross_amount,
        sum(product_bridge.amount) as gross_amount,
        coalesce(sum(product_bridge.price_effect_amount), 0) as price_amount,
        coalesce(sum(product_bridge.quantity_effect_amount), 0)
            as quantity_amount,
        coalesce(
            cast(
                cast(
                    sum(product_bridge.quantity) filter (
                        where product_bridge.product_state = 'both'
                    )
                    - sum(product_bridge.previous_quantity) filter (
                        where product_bridge.product_state = 'both'
                    ) as double
                )
                * cast(
                    sum(product_bridge.previous_amount) filter (
                        where product_bridge.product_state = 'both'
                    ) as double
                )
                / nullif(
                    cast(
                        sum(product_bridge.previous_quantity) filter (
                            where product_bridge.product_state = 'both'
                        ) as double
                    ),
                    0
                ) as decimal(38, 4)
            ),
            0
        ) as volume_amount,
        coalesce(
            sum(product_bridge.change_amount) filter (
                where product_bridge.product_state = 'new'
            ),
            0
        ) as new_product_amount,
        coalesce(
            sum(product_bridge.change_amount) filter (
                where product_bridge.product_state = 'lost'
            ),
            0
        ) as lost_product_amount,
        coalesce(
            sum(product_bridge.change_amount) filter (
                where product_bridge.product_state = 'other'
            ),
            0
        ) as other_amount,
        cast(
            count(*) filter (where product_bridge.product_state = 'both')
            as bigint
        ) as kept_product_count,
        cast(
            count(*) filter (where product_bridge.product_state = 'new')
            as bigint
        ) as new_product_count,
        cast(
            count(*) filter (where product_bridge.product_state = 'lost')
            as bigint
        ) as lost_product_count,
        max(product_bridge.as_of_date) as as_of_date

    from product_bridge
    group by 1, 2, 3, 4, 5

),

returns_per_month as (

    select
        case numbers.n
            when 1 then 'total'
            when 2 then 'region'
            else 'direction'
        end as dimension,
        case numbers.n
            when 1 then 'all'
            when 2 then sales_by_month.region
            else sales_by_month.direction
        end as entity_id,
        sales_by_month.month,
        sum(sales_by_month.return_amount) as return_amount

    from sales_by_month
    cross join numbers
    where numbers.n between 1 and 3
    group by 1, 2, 3

),

returns_in_windows as (

    select
        products_added_up.dimension,
        products_added_up.entity_id,
        products_added_up.window_name,
        coalesce(
            sum(returns_per_month.return_amount) filter (
                where
                    returns_per_month.month >= products_added_up.from_month
                    and returns_per_month.month <= products_added_up.to_month
            ),
            0
        ) as return_amount,
        coalesce(
            sum(returns_per_month.return_amount) filter (
                where
                    returns_per_month.month >= cast(
                        products_added_up.from_month - interval '12' month
                        as date
                    )
                    and returns_per_month.month <= cast(
                        products_added_up.to_month - interval '12' month
                        as date
                    )
            ),
            0
        ) as previous_return_amount

    from products_added_up
    left join returns_per_month
        on
            products_added_up.dimension = returns_per_month.dimension
            and products_added_up.entity_id = returns_per_month.entity_id
    group by 1, 2, 3

),

bridges as (

    select
        products_added_up.dimension,
        products_added_up.entity_id,
        products_added_up.window_name,
        products_added_up.from_month,
        products_added_up.to_month,
        cast(
            products_added_up.previous_gross_amount
            - returns_in_windows.previous_return_amount as decimal(38, 4)
        ) as previous_amount,
        cast(products_added_up.price_amount as decimal(38, 4)) as price_amount,
        cast(products_added_up.volume_amount as decimal(38, 4))
            as volume_amount,
        cast(
            products_added_up.quantity_amount - products_added_up.volume_amount
            as decimal(38, 4)
        ) as mix_amount,
        cast(products_added_up.new_product_amount as decimal(38, 4))
            as new_product_amount,
        cast(products_added_up.lost_product_amount as decimal(38, 4))
            as lost_product_amount,
        cast(products_added_up.other_amount as decimal(38, 4)) as other_amount,
        cast(
            returns_in_windows.previous_return_amount
            - returns_in_windows.return_amount as decimal(38, 4)
        ) as return_amount,
        cast(
            products_added_up.gross_amount - returns_in_windows.return_amount
            as decimal(38, 4)
        ) as amount,
        cast(
            products_added_up.gross_amount - returns_in_windows.return_amount
            - products_added_up.previous_gross_amount
            + returns_in_windows.previous_return_amount as decimal(38, 4)
        ) as gap_amount,
        products_added_up.kept_product_count,
        products_added_up.new_product_count,
        products_added_up.lost_product_count,
        case
            when products_added_up.kept_product_count = 0
                then 'no_common_product'
            else 'ok'
        end as quality_flag,
        products_added_up.as_of_date

    from products_added_up
    inner join returns_in_windows
        on
            products_added_up.dimension = returns_in_windows.dimension
            and products_added_up.entity_id = returns_in_windows.entity_id
            and products_added_up.window_name = returns_in_windows.window_name

)

select * from bridges
