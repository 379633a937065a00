-- One row per product, as its source states it. Cards are not events: none is
-- cut at the as-of day.
--
-- grain    product_id
-- key      product_id

with

products as (

    select * from raw.products

),

products_known as (

    select
        products.product_id,
        products.name,
        products.sku,
        products.category,
        products.direction,
        products.unit,
        products.list_price_amount,
        products.cost_amount,
        products.currency,
        products._source as source,
        products._file_id,
        products._record

    from products

)

select * from products_known
