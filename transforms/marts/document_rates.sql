-- One row per foreign currency and day that some document needs it, with the
-- rate in force: the newest of that day or before.
--
-- grain    currency, document_date
-- key      currency, document_date
-- answers  Which documents could not be converted to the reporting currency?

with

orders as (

    select * from staging.orders

),

invoices as (

    select * from staging.invoices

),

payments as (

    select * from staging.payments

),

returns as (

    select * from staging.returns

),

deals as (

    select * from staging.deals

),

campaigns as (

    select * from staging.campaigns

),

sales_plans as (

    select * from staging.sales_plans

),

products as (

    select * from staging.products

),

contracts as (

    select * from staging.contracts

),

exchange_rates as (

    select * from marts.exchange_rates

),

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

sale_days as (

    select
        orders.currency,
        orders.order_date as document_date

    from orders
    group by 1, 2

),

return_days as (

    select
        returns.currency,
        returns.sales_date as document_date

    from returns
    group by 1, 2

),

product_currencies as (

    select products.currency

    from products
    where products.currency is not null
    group by 1

),

price_days as (

    select sale_days.document_date from sale_days

    union all

    select return_days.document_date from return_days

    union all

    select clock.as_of_date as document_date from clock

),

all_days as (

    select sale_days.currency, sale_days.document_date from sale_days

    union all

    select return_days.currency, return_days.document_date from return_days

    union all

    select product_currencies.currency, price_days.document_date
    from product_currencies
    cross join price_days

    union all

    select invoices.currency, invoices.issued_date as document_date
    from invoices

    union all

    select payments.currency, payments.paid_date as document_date
    from payments

    union all

    select
        deals.currency,
        coalesce(deals.closed_date, deals.created_date, clock.as_of_date)
            as document_date
    from deals
    cross join clock

    union all

    select campaigns.currency, campaigns.start_date as document_date
    from campaigns

    union all

    select contracts.currency, clock.as_of_date as document_date
    from contracts
    cross join clock

    union all

    select
        sales_plans.currency,
        cast(date_trunc('month', sales_plans.plan_month) as date)
            as document_date
    from sales_plans

),

foreign_days as (

    select
        all_days.currency,
        all_days.document_date

    from all_days
    cross join settings
    where all_days.currency <> settings.reporting_currency
    group by 1, 2

),

days_with_rate as (

    select
        foreign_days.currency,
        foreign_days.document_date,
        exchange_rates.rate_date,
        exchange_rates.rate

    from foreign_days
    left join exchange_rates
        on
            foreign_days.currency = exchange_rates.currency
            and foreign_days.document_date >= exchange_rates.rate_date
            and foreign_days.document_date
            < coalesce(exchange_rates.next_rate_date, date '9999-12-31')

)

select * from days_with_rate
