-- One row per thing or service sold, priced at the newest rate. One that
-- documents name and no source describes has a bare row.
--
-- grain    product_id
-- key      product_id

with

products as (

    select * from staging.products

),

named_keys as (

    select * from marts.named_keys

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
        case
            when products_with_rate.rate = 1
                then products_with_rate.list_price_amount
            else cast(
                cast(products_with_rate.list_price_amount as decimal(38, 4))
                * products_with_rate.rate as decimal(18, 4)
            )
        end as list_price_amount,
        case
            when products_with_rate.rate = 1 then products_with_rate.cost_amount
            else cast(
                cast(products_with_rate.cost_amount as decimal(38, 4))
                * products_with_rate.rate as decimal(18, 4)
            )
        end as cost_amount,
        products_with_rate.currency,
        true as has_card,
        products_with_rate.source

    from products_with_rate

    union all

    select
        named_keys.entity_id as product_id,
        named_keys.entity_id as name,
        cast(null as varchar) as sku,
        cast(null as varchar) as category,
        cast(null as varchar) as direction,
        cast(null as varchar) as unit,
        cast(null as decimal(18, 4)) as list_price_amount,
        cast(null as decimal(18, 4)) as cost_amount,
        settings.reporting_currency as currency,
        false as has_card,
        'unknown' as source

    from named_keys
    cross join settings
    where
        named_keys.entity = 'products'
        and not named_keys.has_card

)

select * from products_in_reporting_currency
