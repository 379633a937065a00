-- Price, volume, mix, products, sales without a price and returns are the gap.
-- severity error

with

sales_bridge as (

    select * from metrics.sales_bridge

),

bridges_that_differ as (

    select
        sales_bridge.dimension,
        sales_bridge.entity_id,
        sales_bridge.window_name,
        sales_bridge.gap_amount,
        sales_bridge.price_amount + sales_bridge.volume_amount
        + sales_bridge.mix_amount + sales_bridge.new_product_amount
        + sales_bridge.lost_product_amount + sales_bridge.other_amount
        + sales_bridge.return_amount as parts_amount

    from sales_bridge
    where
        sales_bridge.gap_amount
        <> sales_bridge.price_amount + sales_bridge.volume_amount
        + sales_bridge.mix_amount + sales_bridge.new_product_amount
        + sales_bridge.lost_product_amount + sales_bridge.other_amount
        + sales_bridge.return_amount
        or sales_bridge.gap_amount
        <> sales_bridge.amount - sales_bridge.previous_amount

)

select * from bridges_that_differ
