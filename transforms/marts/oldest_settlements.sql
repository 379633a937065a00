-- One row per payment that names no invoice, and invoice it settles: the oldest
-- open ones of the client in the same currency first, by due day, if the
-- settings say so. Open is what payments that name the invoice leave of it.
--
-- grain    payment that names no invoice, invoice
-- key      payment_id, invoice_id

with

payments as (

    select * from marts.payments

),

invoices as (

    select * from staging.invoices

),

orders as (

    select * from marts.order_headers

),

named_settlements as (

    select * from marts.named_settlements

),

document_rates as (

    select * from marts.document_rates

),

settings as (

    select * from meta.settings

),

unnamed_payments as (

    select
        payments.payment_id,
        payments.client_id,
        payments.paid_date,
        payments.currency,
        payments.amount_in_currency

    from payments
    where payments.invoice_id is null

),

unnamed_per_client as (

    select
        unnamed_payments.client_id,
        unnamed_payments.currency,
        cast(sum(unnamed_payments.amount_in_currency) as decimal(38, 4))
            as amount

    from unnamed_payments
    cross join settings
    where
        unnamed_payments.client_id is not null
        and settings.payment_allocation = 'oldest_first'
    group by 1, 2

),

owners_by_order as (

    select
        invoices.invoice_id,
        orders.client_id

    from invoices
    inner join orders on invoices.order_id = orders.order_id
    where invoices.client_id is null

),

invoice_owners as (

    select
        invoices.invoice_id,
        coalesce(invoices.client_id, owners_by_order.client_id) as client_id,
        coalesce(invoices.currency, settings.reporting_currency) as currency,
        coalesce(invoices.due_date, invoices.issued_date) as due_date,
        invoices.amount

    from invoices
    cross join settings
    left join owners_by_order
        on invoices.invoice_id = owners_by_order.invoice_id

),

invoices_in_question as (

    select
        invoice_owners.client_id,
        invoice_owners.currency,
        invoice_owners.invoice_id,
        invoice_owners.due_date,
        invoice_owners.amount

    from invoice_owners
    inner join unnamed_per_client
        on
            invoice_owners.client_id = unnamed_per_client.client_id
            and invoice_owners.currency = unnamed_per_client.currency
    where unnamed_per_client.amount > 0

),

offers_per_invoice as (

    select
        named_settlements.invoice_id,
        cast(sum(named_settlements.offered_amount) as decimal(38, 4))
            as offered_amount

    from named_settlements
    inner join invoices_in_question
        on named_settlements.invoice_id = invoices_in_question.invoice_id
    where named_settlements.offered_amount is not null
    group by 1

),

open_invoices as (

    select
        invoices_in_question.client_id,
        invoices_in_question.currency,
        invoices_in_question.invoice_id,
        invoices_in_question.due_date,
        cast(
            invoices_in_question.amount - coalesce(
                case
                    when offers_per_invoice.offered_amount < 0
                        then cast(0 as decimal(38, 4))
                    else offers_per_invoice.offered_amount
                end,
                cast(0 as decimal(38, 4))
            ) as decimal(38, 4)
        ) as open_amount

    from invoices_in_question
    left join offers_per_invoice
        on invoices_in_question.invoice_id = offers_per_invoice.invoice_id

),

open_invoices_in_order as (

    select
        open_invoices.client_id,
        open_invoices.currency,
        open_invoices.invoice_id,
        open_invoices.open_amount,
        cast(
            sum(open_invoices.open_amount) over (
                partition by open_invoices.client_id, open_invoices.currency
                order by
                    open_invoices.due_date asc nulls last,
                    open_invoices.invoice_id asc nulls last
                rows between unbounded preceding and current row
            ) as decimal(38, 4)
        ) as open_so_far

    from open_invoices
    where open_invoices.open_amount > 0

),

unnamed_in_order as (

    select
        unnamed_payments.payment_id,
        unnamed_payments.client_id,
        unnamed_payments.currency,
        unnamed_payments.amount_in_currency,
        unnamed_per_client.amount as client_amount,
        cast(
            sum(unnamed_payments.amount_in_currency) over (
                partition by
                    unnamed_payments.client_id, unnamed_payments.currency
                order by
                    unnamed_payments.paid_date asc nulls last,
                    unnamed_payments.payment_id asc nulls last
                rows between unbounded preceding and current row
            ) as decimal(38, 4)
        ) as paid_so_far

    from unnamed_payments
    inner join unnamed_per_client
        on
            unnamed_payments.client_id = unnamed_per_client.client_id
            and unnamed_payments.currency = unnamed_per_client.currency
    where unnamed_payments.amount_in_currency > 0

),

unnamed_spans as (

    select
        unnamed_in_order.payment_id,
        unnamed_in_order.client_id,
        unnamed_in_order.currency,
        unnamed_in_order.paid_so_far
        - unnamed_in_order.amount_in_currency as paid_before,
        case
            when unnamed_in_order.paid_so_far > unnamed_in_order.client_amount
                then unnamed_in_order.client_amount
            else unnamed_in_order.paid_so_far
        end as paid_so_far

    from unnamed_in_order

),

oldest_parts as (

    select
        unnamed_spans.payment_id,
        open_invoices_in_order.invoice_id,
        cast(
            case
                when
                    unnamed_spans.paid_so_far
                    < open_invoices_in_order.open_so_far
                    then unnamed_spans.paid_so_far
                else open_invoices_in_order.open_so_far
            end
            - case
                when
                    unnamed_spans.paid_before
                    > open_invoices_in_order.open_so_far
                    - open_invoices_in_order.open_amount
                    then unnamed_spans.paid_before
                else
                    open_invoices_in_order.open_so_far
                    - open_invoices_in_order.open_amount
            end as decimal(18, 4)
        ) as amount_in_currency

    from unnamed_spans
    inner join open_invoices_in_order
        on
            unnamed_spans.client_id = open_invoices_in_order.client_id
            and unnamed_spans.currency = open_invoices_in_order.currency
            and unnamed_spans.paid_before < open_invoices_in_order.open_so_far
            and unnamed_spans.paid_so_far
            > open_invoices_in_order.open_so_far
            - open_invoices_in_order.open_amount
    where unnamed_spans.paid_so_far > unnamed_spans.paid_before

),

parts_with_rate as (

    select
        oldest_parts.payment_id,
        oldest_parts.invoice_id,
        unnamed_payments.client_id,
        unnamed_payments.paid_date,
        unnamed_payments.currency,
        oldest_parts.amount_in_currency,
        case
            when unnamed_payments.currency = settings.reporting_currency
                then cast(1 as decimal(18, 8))
            else document_rates.rate
        end as invoice_rate

    from oldest_parts
    cross join settings
    left join unnamed_payments
        on oldest_parts.payment_id = unnamed_payments.payment_id
    left join invoices
        on oldest_parts.invoice_id = invoices.invoice_id
    left join document_rates
        on
            invoices.currency = document_rates.currency
            and invoices.issued_date = document_rates.document_date

)

select * from parts_with_rate
