-- One row per order line, valued in the reporting currency at the rate of the
-- order date. A line without an amount is worth quantity × price × (1 −
-- discount), without a price the list price of its product; without a cost it
-- costs quantity × the cost of its product.
--
-- grain    order_line_id
-- key      order_line_id
-- answers  Which products make the sales and the margin?

with

order_lines as (

    select * from staging.order_lines

),

order_headers as (

    select * from marts.order_headers

),

products as (

    select * from staging.products

),

document_rates as (

    select * from marts.document_rates

),

settings as (

    select * from meta.settings

),

product_prices as (

    select
        products.product_id,
        products.direction,
        products.list_price_amount,
        products.cost_amount,
        case
            when products.currency <> settings.reporting_currency
                then products.currency
        end as foreign_currency

    from products
    cross join settings

),

lines_with_order as (

    select
        order_lines.order_line_id,
        order_lines.order_id,
        order_headers.client_id,
        order_headers.order_date,
        order_headers.order_month,
        coalesce(order_headers.is_cancelled, false) as is_cancelled,
        order_headers.cancelled_by,
        order_lines.product_id,
        order_headers.manager_id,
        coalesce(order_headers.region, 'unknown') as region,
        coalesce(
            product_prices.direction,
            order_headers.manager_direction,
            'unknown'
        ) as direction,
        order_lines.quantity,
        order_lines.discount_share,
        coalesce(order_headers.currency, settings.reporting_currency)
            as currency,
        case
            when order_lines.amount is not null then 'stated'
            when order_lines.unit_price_amount is not null then 'price'
            when product_prices.list_price_amount is not null
                then 'list_price'
            else 'unknown'
        end as amount_basis,
        order_lines.amount as stated_amount,
        coalesce(
            order_lines.unit_price_amount, product_prices.list_price_amount
        ) as price_amount,
        cast(
            1 - coalesce(order_lines.discount_share, 0) as decimal(9, 6)
        ) as kept_share,
        order_lines.cost_amount as stated_cost_amount,
        product_prices.cost_amount as unit_cost_amount,
        order_headers.rate as order_rate,
        case
            when product_prices.foreign_currency is null
                then cast(1 as decimal(18, 8))
            else document_rates.rate
        end as product_rate,
        order_headers.requested_date,
        order_headers.promised_date,
        order_lines.source,
        order_lines._file_id,
        order_lines._record

    from order_lines
    cross join settings
    left join order_headers on order_lines.order_id = order_headers.order_id
    left join product_prices
        on order_lines.product_id = product_prices.product_id
    left join document_rates
        on
            product_prices.foreign_currency = document_rates.currency
            and order_headers.order_date = document_rates.document_date

),

lines_with_rate as (

    select
        lines_with_order.order_line_id,
        lines_with_order.order_id,
        lines_with_order.client_id,
        lines_with_order.order_date,
        lines_with_order.order_month,
        lines_with_order.is_cancelled,
        lines_with_order.cancelled_by,
        lines_with_order.product_id,
        lines_with_order.manager_id,
        lines_with_order.region,
        lines_with_order.direction,
        lines_with_order.quantity,
        lines_with_order.discount_share,
        lines_with_order.currency,
        lines_with_order.amount_basis,
        lines_with_order.stated_amount,
        lines_with_order.price_amount,
        lines_with_order.kept_share,
        lines_with_order.stated_cost_amount,
        lines_with_order.unit_cost_amount,
        lines_with_order.order_rate,
        lines_with_order.product_rate,
        case
            when lines_with_order.amount_basis <> 'list_price'
                then lines_with_order.order_rate
            when lines_with_order.order_rate is not null
                then lines_with_order.product_rate
        end as amount_rate,
        abs(
            cast(lines_with_order.quantity as double)
            * cast(lines_with_order.price_amount as double)
        ) as undiscounted_size,
        abs(
            cast(lines_with_order.quantity as double)
            * cast(lines_with_order.unit_cost_amount as double)
        ) as cost_size,
        lines_with_order.requested_date,
        lines_with_order.promised_date,
        lines_with_order.source,
        lines_with_order._file_id,
        lines_with_order._record

    from lines_with_order

),

-- Decimals of 18 digits where they hold the product, of 38 where they may not:
-- the answer is the same, the narrow ones take a tenth of the time.
lines_valued as (

    select
        lines_with_rate.order_line_id,
        lines_with_rate.order_id,
        lines_with_rate.client_id,
        lines_with_rate.order_date,
        lines_with_rate.order_month,
        lines_with_rate.is_cancelled,
        lines_with_rate.cancelled_by,
        lines_with_rate.product_id,
        lines_with_rate.manager_id,
        lines_with_rate.region,
        lines_with_rate.direction,
        lines_with_rate.quantity,
        lines_with_rate.discount_share,
        lines_with_rate.currency,
        lines_with_rate.amount_basis,
        lines_with_rate.amount_rate is not null as has_rate,
        case
            when
                lines_with_rate.amount_basis = 'stated'
                and lines_with_rate.amount_rate = 1
                then lines_with_rate.stated_amount
            when
                lines_with_rate.amount_basis = 'stated'
                and lines_with_rate.stated_amount
                = try_cast(lines_with_rate.stated_amount as decimal(11, 2))
                and lines_with_rate.amount_rate
                = try_cast(lines_with_rate.amount_rate as decimal(7, 4))
                then cast(
                    try_cast(
                        lines_with_rate.stated_amount as decimal(11, 2)
                    )
                    * try_cast(lines_with_rate.amount_rate as decimal(7, 4))
                    as decimal(18, 4)
                )
            when lines_with_rate.amount_basis = 'stated'
                then cast(
                    cast(lines_with_rate.stated_amount as decimal(38, 4))
                    * lines_with_rate.amount_rate as decimal(18, 4)
                )
            when
                lines_with_rate.amount_rate = 1
                and lines_with_rate.kept_share = 1
                and lines_with_rate.undiscounted_size < 9000000000e0
                then cast(
                    lines_with_rate.quantity
                    * lines_with_rate.price_amount as decimal(18, 4)
                )
            when
                lines_with_rate.amount_rate = 1
                and lines_with_rate.kept_share between 0 and 1
                and lines_with_rate.undiscounted_size < 90000e0
                then cast(
                    lines_with_rate.quantity
                    * lines_with_rate.price_amount
                    * lines_with_rate.kept_share as decimal(18, 4)
                )
            else cast(
                cast(lines_with_rate.quantity as decimal(38, 3))
                * lines_with_rate.price_amount
                * lines_with_rate.kept_share
                * lines_with_rate.amount_rate as decimal(18, 4)
            )
        end as net_amount,
        case
            when lines_with_rate.order_rate is null then null
            when
                lines_with_rate.stated_cost_amount is not null
                and lines_with_rate.order_rate = 1
                then lines_with_rate.stated_cost_amount
            when
                lines_with_rate.stated_cost_amount
                = try_cast(lines_with_rate.stated_cost_amount as decimal(11, 2))
                and lines_with_rate.order_rate
                = try_cast(lines_with_rate.order_rate as decimal(7, 4))
                then cast(
                    try_cast(
                        lines_with_rate.stated_cost_amount as decimal(11, 2)
                    )
                    * try_cast(lines_with_rate.order_rate as decimal(7, 4))
                    as decimal(18, 4)
                )
            when lines_with_rate.stated_cost_amount is not null
                then cast(
                    cast(lines_with_rate.stated_cost_amount as decimal(38, 4))
                    * lines_with_rate.order_rate as decimal(18, 4)
                )
            when
                lines_with_rate.product_rate = 1
                and lines_with_rate.cost_size < 900000000e0
                then cast(
                    lines_with_rate.quantity
                    * lines_with_rate.unit_cost_amount as decimal(18, 4)
                )
            else cast(
                cast(lines_with_rate.quantity as decimal(38, 3))
                * lines_with_rate.unit_cost_amount
                * lines_with_rate.product_rate as decimal(18, 4)
            )
        end as cost_amount,
        lines_with_rate.requested_date,
        lines_with_rate.promised_date,
        lines_with_rate.source,
        lines_with_rate._file_id,
        lines_with_rate._record

    from lines_with_rate

),

lines_with_margin as (

    select
        lines_valued.order_line_id,
        lines_valued.order_id,
        lines_valued.client_id,
        lines_valued.order_date,
        lines_valued.order_month,
        lines_valued.is_cancelled,
        lines_valued.cancelled_by,
        lines_valued.product_id,
        lines_valued.manager_id,
        lines_valued.region,
        lines_valued.direction,
        lines_valued.quantity,
        lines_valued.discount_share,
        lines_valued.currency,
        lines_valued.has_rate,
        lines_valued.amount_basis,
        lines_valued.net_amount,
        lines_valued.cost_amount,
        cast(
            lines_valued.net_amount - lines_valued.cost_amount
            as decimal(18, 4)
        ) as margin_amount,
        lines_valued.requested_date,
        lines_valued.promised_date,
        lines_valued.source,
        lines_valued._file_id,
        lines_valued._record

    from lines_valued

)

select * from lines_with_margin
