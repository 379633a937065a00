-- One row per claim for payment, with what was paid on it by the as-of day.
-- What it is worth and what settles it count at the invoice's own rate, so that
-- a change of rate leaves nothing open. An invoice belongs to the manager and
-- the region of its order; without an order, to those of its client today. One
-- of less than zero is a credit note.
--
-- grain    invoice_id
-- key      invoice_id

with

invoices as (

    select * from staging.invoices

),

payment_allocations as (

    select * from marts.payment_allocations

),

order_headers as (

    select * from marts.order_headers

),

clients as (

    select * from marts.clients

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

settlements_per_invoice as (

    select
        payment_allocations.invoice_id,
        cast(sum(payment_allocations.settled_in_currency) as decimal(18, 4))
            as settled_in_currency,
        cast(sum(payment_allocations.settled_amount) as decimal(18, 4))
            as settled_amount,
        max(payment_allocations.paid_date) as last_paid_date

    from payment_allocations
    where payment_allocations.invoice_id is not null
    group by 1

),

invoices_with_order as (

    select
        invoices.invoice_id,
        invoices.order_id,
        coalesce(invoices.client_id, order_headers.client_id) as client_id,
        order_headers.manager_id as order_manager_id,
        order_headers.region as order_region,
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
        coalesce(
            settlements_per_invoice.settled_in_currency,
            cast(0 as decimal(18, 4))
        ) as settled_in_currency,
        coalesce(
            settlements_per_invoice.settled_amount, cast(0 as decimal(18, 4))
        ) as settled_amount,
        settlements_per_invoice.last_paid_date,
        invoices.source,
        invoices._file_id,
        invoices._record

    from invoices
    cross join settings
    left join order_headers on invoices.order_id = order_headers.order_id
    left join settlements_per_invoice
        on invoices.invoice_id = settlements_per_invoice.invoice_id
    left join document_rates
        on
            invoices.currency = document_rates.currency
            and invoices.issued_date = document_rates.document_date

),

invoices_converted as (

    select
        invoices_with_order.invoice_id,
        invoices_with_order.order_id,
        invoices_with_order.client_id,
        coalesce(
            invoices_with_order.order_manager_id, clients.manager_id, 'unknown'
        ) as manager_id,
        coalesce(invoices_with_order.order_region, clients.region, 'unknown')
            as region,
        invoices_with_order.issued_date,
        invoices_with_order.due_date,
        invoices_with_order.currency,
        invoices_with_order.rate is not null as has_rate,
        invoices_with_order.amount as amount_in_currency,
        cast(
            invoices_with_order.amount - invoices_with_order.settled_in_currency
            as decimal(18, 4)
        ) as open_in_currency,
        case
            when invoices_with_order.rate = 1 then invoices_with_order.amount
            when
                invoices_with_order.amount
                = try_cast(invoices_with_order.amount as decimal(11, 2))
                and invoices_with_order.rate
                = try_cast(invoices_with_order.rate as decimal(7, 4))
                then cast(
                    try_cast(invoices_with_order.amount as decimal(11, 2))
                    * try_cast(invoices_with_order.rate as decimal(7, 4))
                    as decimal(18, 4)
                )
            else cast(
                cast(invoices_with_order.amount as decimal(38, 4))
                * invoices_with_order.rate as decimal(18, 4)
            )
        end as amount,
        case
            when invoices_with_order.rate is not null
                then invoices_with_order.settled_amount
        end as paid_amount,
        invoices_with_order.last_paid_date,
        invoices_with_order.source,
        invoices_with_order._file_id,
        invoices_with_order._record

    from invoices_with_order
    left join clients on invoices_with_order.client_id = clients.client_id

),

invoices_with_balance as (

    select
        invoices_converted.invoice_id,
        invoices_converted.order_id,
        invoices_converted.client_id,
        invoices_converted.manager_id,
        invoices_converted.region,
        invoices_converted.issued_date,
        invoices_converted.due_date,
        invoices_converted.currency,
        invoices_converted.has_rate,
        invoices_converted.amount_in_currency,
        invoices_converted.open_in_currency,
        invoices_converted.amount,
        invoices_converted.paid_amount,
        cast(
            invoices_converted.amount - invoices_converted.paid_amount
            as decimal(18, 4)
        ) as open_amount,
        invoices_converted.last_paid_date,
        case
            when
                invoices_converted.open_in_currency > 0
                and invoices_converted.due_date < clock.as_of_date
                then cast(
                    date_diff(
                        'day',
                        invoices_converted.due_date,
                        clock.as_of_date
                    ) as bigint
                )
            else cast(0 as bigint)
        end as overdue_days,
        invoices_converted.source,
        invoices_converted._file_id,
        invoices_converted._record

    from invoices_converted
    cross join clock

)

select * from invoices_with_balance
