-- One row per claim for payment, with what was paid on it by the as-of day. A
-- payment in the invoice's own currency settles it at the invoice's rate, so
-- that a change of rate leaves nothing open.
--
-- grain    invoice_id
-- key      invoice_id

with

invoices as (

    select * from staging.invoices

),

payments as (

    select * from staging.payments

),

converted_payments as (

    select * from marts.payments

),

orders as (

    select * from staging.orders

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

invoices_with_rate as (

    select
        invoices.invoice_id,
        invoices.order_id,
        coalesce(invoices.client_id, orders.client_id) as client_id,
        invoices.issued_date,
        invoices.due_date,
        coalesce(invoices.currency, settings.reporting_currency) as currency,
        case
            when
                coalesce(invoices.currency, settings.reporting_currency)
                = settings.reporting_currency
                then cast(1 as decimal(18, 8))
            else document_rates.rate
        end as rate,
        invoices.amount,
        invoices.source,
        invoices._file_id,
        invoices._record

    from invoices
    cross join settings
    left join orders on invoices.order_id = orders.order_id
    left join document_rates
        on
            invoices.currency = document_rates.currency
            and invoices.issued_date = document_rates.document_date

),

settlements as (

    select
        payments.invoice_id,
        converted_payments.paid_date,
        case
            when
                converted_payments.currency = invoices_with_rate.currency
                and invoices_with_rate.rate = 1
                then payments.amount
            when converted_payments.currency = invoices_with_rate.currency
                then cast(
                    cast(payments.amount as decimal(38, 4))
                    * invoices_with_rate.rate as decimal(18, 4)
                )
            else converted_payments.amount
        end as amount

    from payments
    inner join invoices_with_rate
        on payments.invoice_id = invoices_with_rate.invoice_id
    left join converted_payments
        on payments.payment_id = converted_payments.payment_id

),

settlements_per_invoice as (

    select
        settlements.invoice_id,
        cast(sum(settlements.amount) as decimal(38, 4)) as paid_amount,
        max(settlements.paid_date) as last_paid_date

    from settlements
    group by 1

),

invoices_with_payments as (

    select
        invoices_with_rate.invoice_id,
        invoices_with_rate.order_id,
        invoices_with_rate.client_id,
        invoices_with_rate.issued_date,
        invoices_with_rate.due_date,
        invoices_with_rate.currency,
        invoices_with_rate.rate is not null as has_rate,
        case
            when invoices_with_rate.rate = 1 then invoices_with_rate.amount
            else cast(
                cast(invoices_with_rate.amount as decimal(38, 4))
                * invoices_with_rate.rate as decimal(18, 4)
            )
        end as amount,
        coalesce(
            settlements_per_invoice.paid_amount, cast(0 as decimal(38, 4))
        ) as paid_amount,
        settlements_per_invoice.last_paid_date,
        invoices_with_rate.source,
        invoices_with_rate._file_id,
        invoices_with_rate._record

    from invoices_with_rate
    left join settlements_per_invoice
        on invoices_with_rate.invoice_id = settlements_per_invoice.invoice_id

),

invoices_with_balance as (

    select
        invoices_with_payments.invoice_id,
        invoices_with_payments.order_id,
        invoices_with_payments.client_id,
        invoices_with_payments.issued_date,
        invoices_with_payments.due_date,
        invoices_with_payments.currency,
        invoices_with_payments.has_rate,
        invoices_with_payments.amount,
        invoices_with_payments.paid_amount,
        cast(
            invoices_with_payments.amount - invoices_with_payments.paid_amount
            as decimal(38, 4)
        ) as open_amount,
        invoices_with_payments.last_paid_date,
        case
            when
                invoices_with_payments.amount
                > invoices_with_payments.paid_amount
                and invoices_with_payments.due_date < clock.as_of_date
                then cast(
                    date_diff(
                        'day',
                        invoices_with_payments.due_date,
                        clock.as_of_date
                    ) as bigint
                )
            else cast(0 as bigint)
        end as overdue_days,
        invoices_with_payments.source,
        invoices_with_payments._file_id,
        invoices_with_payments._record

    from invoices_with_payments
    cross join clock

)

select * from invoices_with_balance
