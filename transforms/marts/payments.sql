-- One row per payment received, in the reporting currency at the rate of its
-- day.
--
-- grain    payment_id
-- key      payment_id

with

payments as (

    select * from staging.payments

),

invoices as (

    select * from staging.invoices

),

orders as (

    select * from marts.order_headers

),

document_rates as (

    select * from marts.document_rates

),

settings as (

    select * from meta.settings

),

payers_of_invoices as (

    select
        payments.payment_id,
        coalesce(invoices.client_id, orders.client_id) as client_id

    from payments
    inner join invoices on payments.invoice_id = invoices.invoice_id
    left join orders on invoices.order_id = orders.order_id
    where payments.client_id is null

),

payments_with_rate as (

    select
        payments.payment_id,
        payments.invoice_id,
        coalesce(payments.client_id, payers_of_invoices.client_id)
            as client_id,
        payments.paid_date,
        coalesce(payments.currency, settings.reporting_currency) as currency,
        case
            when
                coalesce(payments.currency, settings.reporting_currency)
                = settings.reporting_currency
                then cast(1 as decimal(18, 8))
            else document_rates.rate
        end as rate,
        payments.amount,
        payments.source,
        payments._file_id,
        payments._record

    from payments
    cross join settings
    left join payers_of_invoices
        on payments.payment_id = payers_of_invoices.payment_id
    left join document_rates
        on
            payments.currency = document_rates.currency
            and payments.paid_date = document_rates.document_date

),

payments_converted as (

    select
        payments_with_rate.payment_id,
        payments_with_rate.invoice_id,
        payments_with_rate.client_id,
        payments_with_rate.paid_date,
        payments_with_rate.currency,
        payments_with_rate.rate is not null as has_rate,
        payments_with_rate.amount as amount_in_currency,
        case
            when payments_with_rate.rate = 1 then payments_with_rate.amount
            when
                payments_with_rate.amount
                = try_cast(payments_with_rate.amount as decimal(11, 2))
                and payments_with_rate.rate
                = try_cast(payments_with_rate.rate as decimal(7, 4))
                then cast(
                    try_cast(payments_with_rate.amount as decimal(11, 2))
                    * try_cast(payments_with_rate.rate as decimal(7, 4))
                    as decimal(18, 4)
                )
            else cast(
                cast(payments_with_rate.amount as decimal(38, 4))
                * payments_with_rate.rate as decimal(18, 4)
            )
        end as amount,
        payments_with_rate.source,
        payments_with_rate._file_id,
        payments_with_rate._record

    from payments_with_rate

)

select * from payments_converted
