-- Every payment is allocated to the cent: what settles invoices and what is
-- left unallocated are the payment; no invoice is settled beyond its amount.
-- severity error

with

payments as (

    select * from marts.payments

),

payment_allocations as (

    select * from marts.payment_allocations

),

invoices as (

    select * from marts.invoices

),

parts_per_payment as (

    select
        payment_allocations.payment_id,
        cast(sum(payment_allocations.amount_in_currency) as decimal(38, 4))
            as amount

    from payment_allocations
    group by 1

),

faults as (

    select
        payments.payment_id as document_id,
        payments.amount_in_currency as amount,
        parts_per_payment.amount as part_amount

    from payments
    left join parts_per_payment
        on payments.payment_id = parts_per_payment.payment_id
    where
        payments.amount_in_currency <> 0
        and coalesce(
            parts_per_payment.amount <> payments.amount_in_currency, true
        )

    union all

    select
        invoices.invoice_id as document_id,
        invoices.amount_in_currency as amount,
        invoices.open_in_currency as part_amount

    from invoices
    where
        (
            invoices.amount_in_currency >= 0
            and (
                invoices.open_in_currency < 0
                or invoices.open_in_currency > invoices.amount_in_currency
            )
        )
        or (
            invoices.amount_in_currency < 0
            and (
                invoices.open_in_currency > 0
                or invoices.open_in_currency < invoices.amount_in_currency
            )
        )

)

select * from faults
