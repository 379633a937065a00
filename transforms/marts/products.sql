-- One row per thing or service sold, priced at the newest rate.
--
-- grain    product_id
-- key      product_id

with

products as (

    select * from staging.products

),

document_rates as (

    select * from marts.document_rates

),

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

products_with_rate as (

    select
        products.product_id,
        products.name,
        products.sku,
        products.category,
        products.direction,
        products.unit,
        products.list_price_amount,
        products.cost_amount,
        coalesce(products.currency, settings.reporting_currency) as currency,
        case
            when
                coalesce(products.currency, settings.reporting_currency)
                = settings.reporting_currency
                then cast(1 as decimal(18, 8))
            else document_rates.rate
        end as rate,
        products.source

    from products
    cross join clock
    cross join settings
    left join document_rates
        on
            products.currency = document_rates.currency
            and clock.as_of_date = document_rates.document_date

),

products_in_reporting_currency as (

    select
        products_with_rate.product_id,
        products_with_rate.name,
        products_with_rate.sku,
        products_with_rate.category,
        products_with_rate.direction,
        products_with_rate.unit,
        cast(
            cast(products_with_rate.list_price_amount as decimal(38, 4))
            * products_with_rate.rate as decimal(18, 4)
        ) as list_price_amount,
        cast(
            cast(products_with_rate.cost_amount as decimal(38, 4))
            * products_with_rate.rate as decimal(18, 4)
        ) as cost_amount,
        products_with_rate.currency,
        products_with_rate.source

    from products_with_rate

)

select * from products_in_reporting_currency
