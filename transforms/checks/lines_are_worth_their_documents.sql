-- Lines are worth what their documents say, but for rounding.
-- Each is converted again here, on its own, and added up by currency.
-- severity error

with

order_lines as (

    select * from staging.order_lines

),

orders as (

    select * from staging.orders

),

valued_lines as (

    select * from marts.order_lines

),

document_rates as (

    select * from marts.document_rates

),

settings as (

    select * from meta.settings

),

document_lines as (

    select
        order_lines.order_line_id,
        coalesce(orders.currency, settings.reporting_currency) as currency,
        coalesce(
            cast(order_lines.amount as double),
            cast(order_lines.quantity as double)
            * cast(order_lines.unit_price_amount as double)
            * (1e0 - coalesce(cast(order_lines.discount_share as double), 0e0))
        ) * case
            when
                coalesce(orders.currency, settings.reporting_currency)
                = settings.reporting_currency
                then 1e0
            else cast(document_rates.rate as double)
        end as expected_amount

    from order_lines
    cross join settings
    inner join orders on order_lines.order_id = orders.order_id
    left join document_rates
        on
            orders.currency = document_rates.currency
            and orders.order_date = document_rates.document_date
    where
        order_lines.amount is not null
        or order_lines.unit_price_amount is not null

),

expected_per_currency as (

    select
        document_lines.currency,
        count(*) as line_count,
        count(document_lines.expected_amount) as expected_count,
        coalesce(sum(document_lines.expected_amount), 0e0) as expected_amount

    from document_lines
    group by 1

),

valued_per_currency as (

    select
        valued_lines.currency,
        count(valued_lines.net_amount) as valued_count,
        sum(cast(valued_lines.net_amount as double)) as valued_amount

    from valued_lines
    where
        valued_lines.amount_basis in ('stated', 'price')
        and valued_lines.order_date is not null
    group by 1

),

totals_per_currency as (

    select
        coalesce(expected_per_currency.currency, valued_per_currency.currency)
            as currency,
        coalesce(expected_per_currency.line_count, 0) as line_count,
        coalesce(expected_per_currency.expected_count, 0) as expected_count,
        coalesce(valued_per_currency.valued_count, 0) as valued_count,
        coalesce(expected_per_currency.expected_amount, 0e0)
            as expected_amount,
        coalesce(valued_per_currency.valued_amount, 0e0) as valued_amount

    from expected_per_currency
    full join valued_per_currency
        on expected_per_currency.currency = valued_per_currency.currency

),

currencies_that_differ as (

    select
        totals_per_currency.currency,
        totals_per_currency.line_count,
        totals_per_currency.expected_count,
        totals_per_currency.valued_count,
        totals_per_currency.expected_amount,
        totals_per_currency.valued_amount

    from totals_per_currency
    where
        totals_per_currency.expected_count <> totals_per_currency.valued_count
        or abs(
            totals_per_currency.expected_amount
            - totals_per_currency.valued_amount
        )
        > 0.0001e0 * cast(totals_per_currency.line_count as double)
        + 0.000000001e0 * abs(totals_per_currency.expected_amount)

)

select * from currencies_that_differ
