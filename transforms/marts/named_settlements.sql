-- One row per payment that names an invoice, and what the invoice takes of it:
-- up to its amount, in the order of payment days. Money in another currency
-- than the invoice's counts at the rates of the two documents; what names an
-- invoice nobody issued, or cannot be converted, is not taken.
--
-- grain    payment that names an invoice
-- key      payment_id

with

payments as (

    select * from marts.payments

),

invoices as (

    select * from staging.invoices

),

document_rates as (

    select * from marts.document_rates

),

settings as (

    select * from meta.settings

),

invoices_with_rate as (

    select
        invoices.invoice_id,
        coalesce(invoices.currency, settings.reporting_currency) as currency,
        invoices.amount,
        case
            when
                coalesce(invoices.currency, settings.reporting_currency)
                = settings.reporting_currency
                then cast(1 as decimal(18, 8))
            else document_rates.rate
        end as rate

    from invoices
    cross join settings
    left join document_rates
        on
            invoices.currency = document_rates.currency
            and invoices.issued_date = document_rates.document_date

),

named_payments as (

    select
        payments.payment_id,
        payments.invoice_id,
        payments.client_id,
        payments.paid_date,
        payments.currency,
        payments.amount_in_currency,
        payments.amount,
        invoices_with_rate.amount as invoice_amount,
        invoices_with_rate.rate as invoice_rate,
        case
            when payments.currency = invoices_with_rate.currency
                then payments.amount_in_currency
            when invoices_with_rate.rate = 1 then payments.amount
            else cast(
                cast(payments.amount as double)
                / nullif(cast(invoices_with_rate.rate as double), 0)
                as decimal(18, 4)
            )
        end as offered_amount

    from payments
    left join invoices_with_rate
        on payments.invoice_id = invoices_with_rate.invoice_id
    where payments.invoice_id is not null

),

offers_per_invoice as (

    select
        named_payments.invoice_id,
        max(named_payments.invoice_amount) as invoice_amount,
        min(named_payments.offered_amount) as least_amount,
        cast(sum(named_payments.offered_amount) as decimal(38, 4))
            as offered_amount

    from named_payments
    where named_payments.offered_amount is not null
    group by 1

),

irregular_invoices as (

    select offers_per_invoice.invoice_id

    from offers_per_invoice
    where
        offers_per_invoice.offered_amount > offers_per_invoice.invoice_amount
        or offers_per_invoice.least_amount < 0
        or offers_per_invoice.invoice_amount <= 0

),

offers_in_order as (

    select
        named_payments.payment_id,
        cast(
            sum(named_payments.offered_amount) over (
                partition by named_payments.invoice_id
                order by
                    named_payments.paid_date asc nulls last,
                    named_payments.payment_id asc nulls last
                rows between unbounded preceding and current row
            ) as decimal(38, 4)
        ) as offered_so_far,
        named_payments.offered_amount,
        case
            when named_payments.invoice_amount < 0
                then named_payments.invoice_amount
            else cast(0 as decimal(18, 4))
        end as lowest_amount,
        case
            when named_payments.invoice_amount > 0
                then named_payments.invoice_amount
            else cast(0 as decimal(18, 4))
        end as highest_amount

    from named_payments
    inner join irregular_invoices
        on named_payments.invoice_id = irregular_invoices.invoice_id
    where named_payments.offered_amount is not null

),

offers_capped as (

    select
        offers_in_order.payment_id,
        case
            when offers_in_order.offered_so_far < offers_in_order.lowest_amount
                then offers_in_order.lowest_amount
            when offers_in_order.offered_so_far > offers_in_order.highest_amount
                then offers_in_order.highest_amount
            else offers_in_order.offered_so_far
        end as taken_so_far,
        case
            when
                offers_in_order.offered_so_far - offers_in_order.offered_amount
                < offers_in_order.lowest_amount
                then offers_in_order.lowest_amount
            when
                offers_in_order.offered_so_far - offers_in_order.offered_amount
                > offers_in_order.highest_amount
                then offers_in_order.highest_amount
            else
                offers_in_order.offered_so_far - offers_in_order.offered_amount
        end as taken_before

    from offers_in_order

),

named_payments_taken as (

    select
        named_payments.payment_id,
        named_payments.invoice_id,
        named_payments.client_id,
        named_payments.paid_date,
        named_payments.currency,
        named_payments.amount_in_currency,
        named_payments.amount,
        named_payments.invoice_rate,
        named_payments.offered_amount,
        case
            when named_payments.offered_amount is null
                then cast(0 as decimal(18, 4))
            when offers_capped.payment_id is null
                then named_payments.offered_amount
            else cast(
                offers_capped.taken_so_far - offers_capped.taken_before
                as decimal(18, 4)
            )
        end as taken_amount

    from named_payments
    left join offers_capped
        on named_payments.payment_id = offers_capped.payment_id

),

parts_taken as (

    select
        named_payments_taken.payment_id,
        named_payments_taken.invoice_id,
        named_payments_taken.client_id,
        named_payments_taken.paid_date,
        named_payments_taken.currency,
        named_payments_taken.amount_in_currency as payment_amount,
        named_payments_taken.amount,
        named_payments_taken.invoice_rate,
        named_payments_taken.offered_amount,
        named_payments_taken.taken_amount,
        case
            when named_payments_taken.taken_amount = 0
                then cast(0 as decimal(18, 4))
            when
                named_payments_taken.taken_amount
                = named_payments_taken.offered_amount
                then named_payments_taken.amount_in_currency
            when
                named_payments_taken.offered_amount
                = named_payments_taken.amount_in_currency
                then named_payments_taken.taken_amount
            else cast(
                cast(named_payments_taken.amount_in_currency as double)
                * cast(named_payments_taken.taken_amount as double)
                / nullif(cast(named_payments_taken.offered_amount as double), 0)
                as decimal(18, 4)
            )
        end as amount_in_currency

    from named_payments_taken

)

select * from parts_taken
