-- One row per invoice, as its source states it. Invoices issued after the as-of
-- day are left out; due days are plans and stay.
--
-- grain    invoice_id
-- key      invoice_id

with

invoices as (

    select * from raw.invoices

),

client_ids as (

    select * from staging.client_ids

),

clock as (

    select * from meta.clock

),

invoices_known as (

    select
        invoices.invoice_id,
        invoices.order_id,
        coalesce(client_ids.client_id, invoices.client_id) as client_id,
        invoices.issued_date,
        invoices.due_date,
        invoices.amount,
        invoices.currency,
        invoices._source as source,
        invoices._file_id,
        invoices._record

    from invoices
    left join client_ids on invoices.client_id = client_ids.source_client_id
    cross join clock
    where
        invoices.issued_date <= clock.as_of_date

)

select * from invoices_known
