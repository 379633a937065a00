-- One row per payment and invoice it settles: how long after the due day the
-- money came. Credit notes and invoices without a due day are left out.
--
-- grain    payment, invoice
-- key      payment_id, invoice_id
-- answers  How late was this money?
-- kept as view
--
-- A view: each row stands in marts.payment_allocations already.

with

payment_allocations as (

    select * from marts.payment_allocations

),

invoices as (

    select * from marts.invoices

),

paid_claims as (

    select
        payment_allocations.payment_id,
        payment_allocations.invoice_id,
        invoices.client_id,
        invoices.manager_id,
        invoices.region,
        invoices.issued_date,
        payment_allocations.paid_date,
        cast(
            date_diff(
                'day', invoices.due_date, payment_allocations.paid_date
            ) as bigint
        ) as delay_days,
        payment_allocations.settled_amount

    from payment_allocations
    inner join invoices
        on payment_allocations.invoice_id = invoices.invoice_id
    where
        invoices.amount_in_currency > 0
        and invoices.due_date is not null

)

select * from paid_claims
