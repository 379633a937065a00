-- One row per payment, as its source states it. Money that came after the as-of
-- day is left out.
--
-- grain    payment_id
-- key      payment_id

with

payments as (

    select * from raw.payments

),

client_ids as (

    select * from staging.client_ids

),

clock as (

    select * from meta.clock

),

payments_known as (

    select
        payments.payment_id,
        payments.invoice_id,
        coalesce(client_ids.client_id, payments.client_id) as client_id,
        payments.paid_date,
        payments.amount,
        payments.currency,
        payments._source as source,
        payments._file_id,
        payments._record

    from payments
    left join client_ids on payments.client_id = client_ids.source_client_id
    cross join clock
    where
        payments.paid_date <= clock.as_of_date

)

select * from payments_known
