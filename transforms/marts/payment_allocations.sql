-- One row per payment and what it settles. A payment that names an invoice
-- settles it, up to its amount, in the order of payment days; what is more
-- stays unallocated. A payment that names none settles the client's oldest open
-- invoices of the same currency first, by due day, if the settings say so. What
-- is left, names an invoice nobody issued or cannot be converted is unallocated
-- and stays in sight. Money in another currency than the invoice's counts at
-- the rates of the two documents.
--
-- grain    payment_id, invoice or the unallocated rest
-- key      payment_id, allocated_to

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
        invoices_with_rate.invoice_id is not null as is_issued,
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
    where
        named_payments.is_issued
        and named_payments.offered_amount is not null
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

named_parts as (

    select
        named_payments_taken.payment_id,
        named_payments_taken.invoice_id,
        named_payments_taken.client_id,
        named_payments_taken.paid_date,
        named_payments_taken.currency,
        named_payments_taken.amount_in_currency as payment_amount,
        named_payments_taken.amount,
        named_payments_taken.invoice_rate,
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

),

unnamed_payments as (

    select
        payments.payment_id,
        payments.client_id,
        payments.paid_date,
        payments.currency,
        payments.amount_in_currency,
        payments.amount

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

open_invoices as (

    select
        invoice_owners.client_id,
        invoice_owners.currency,
        invoice_owners.invoice_id,
        invoice_owners.due_date,
        cast(
            invoice_owners.amount - coalesce(
                case
                    when offers_per_invoice.offered_amount < 0
                        then cast(0 as decimal(38, 4))
                    else offers_per_invoice.offered_amount
                end,
                cast(0 as decimal(38, 4))
            ) as decimal(38, 4)
        ) as open_amount

    from invoice_owners
    inner join unnamed_per_client
        on
            invoice_owners.client_id = unnamed_per_client.client_id
            and invoice_owners.currency = unnamed_per_client.currency
    left join offers_per_invoice
        on invoice_owners.invoice_id = offers_per_invoice.invoice_id
    where unnamed_per_client.amount > 0

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

oldest_per_payment as (

    select
        oldest_parts.payment_id,
        cast(sum(oldest_parts.amount_in_currency) as decimal(18, 4))
            as amount_in_currency

    from oldest_parts
    group by 1

),

settled_parts as (

    select
        named_parts.payment_id,
        named_parts.invoice_id,
        named_parts.client_id,
        named_parts.paid_date,
        named_parts.currency,
        'named' as basis,
        named_parts.amount_in_currency,
        named_parts.taken_amount as settled_in_currency,
        named_parts.invoice_rate

    from named_parts
    where named_parts.taken_amount <> 0

    union all

    select
        oldest_parts.payment_id,
        oldest_parts.invoice_id,
        unnamed_payments.client_id,
        unnamed_payments.paid_date,
        unnamed_payments.currency,
        'oldest' as basis,
        oldest_parts.amount_in_currency,
        oldest_parts.amount_in_currency as settled_in_currency,
        invoices_with_rate.rate as invoice_rate

    from oldest_parts
    left join unnamed_payments
        on oldest_parts.payment_id = unnamed_payments.payment_id
    left join invoices_with_rate
        on oldest_parts.invoice_id = invoices_with_rate.invoice_id

),

foreign_parts as (

    select
        settled_parts.payment_id,
        settled_parts.invoice_id,
        settled_parts.client_id,
        settled_parts.paid_date,
        settled_parts.currency,
        settled_parts.basis,
        settled_parts.amount_in_currency,
        settled_parts.settled_in_currency,
        settled_parts.invoice_rate,
        cast(
            sum(settled_parts.settled_in_currency) over (
                partition by settled_parts.invoice_id
                order by
                    settled_parts.paid_date asc nulls last,
                    settled_parts.payment_id asc nulls last
                rows between unbounded preceding and current row
            ) as decimal(38, 4)
        ) as settled_so_far

    from settled_parts
    where coalesce(settled_parts.invoice_rate <> 1, true)

),

-- In 18 digits where they hold both factors, as in the other documents.
converted_parts as (

    select
        foreign_parts.payment_id,
        foreign_parts.invoice_id,
        foreign_parts.client_id,
        foreign_parts.paid_date,
        foreign_parts.currency,
        foreign_parts.basis,
        foreign_parts.amount_in_currency,
        foreign_parts.settled_in_currency,
        case
            when
                foreign_parts.settled_so_far
                = try_cast(foreign_parts.settled_so_far as decimal(11, 2))
                and foreign_parts.invoice_rate
                = try_cast(foreign_parts.invoice_rate as decimal(7, 4))
                then cast(
                    try_cast(foreign_parts.settled_so_far as decimal(11, 2))
                    * try_cast(foreign_parts.invoice_rate as decimal(7, 4))
                    as decimal(18, 4)
                )
            else cast(
                foreign_parts.settled_so_far * foreign_parts.invoice_rate
                as decimal(38, 4)
            )
        end as converted_so_far,
        case
            when
                foreign_parts.settled_so_far = foreign_parts.settled_in_currency
                then cast(0 as decimal(38, 4))
            else cast(
                (
                    foreign_parts.settled_so_far
                    - foreign_parts.settled_in_currency
                ) * foreign_parts.invoice_rate as decimal(38, 4)
            )
        end as converted_before

    from foreign_parts

),

rests as (

    select
        named_parts.payment_id,
        named_parts.client_id,
        named_parts.paid_date,
        named_parts.currency,
        named_parts.payment_amount,
        named_parts.amount,
        cast(
            named_parts.payment_amount - named_parts.amount_in_currency
            as decimal(18, 4)
        ) as amount_in_currency

    from named_parts

    union all

    select
        unnamed_payments.payment_id,
        unnamed_payments.client_id,
        unnamed_payments.paid_date,
        unnamed_payments.currency,
        unnamed_payments.amount_in_currency as payment_amount,
        unnamed_payments.amount,
        cast(
            unnamed_payments.amount_in_currency - coalesce(
                oldest_per_payment.amount_in_currency,
                cast(0 as decimal(18, 4))
            ) as decimal(18, 4)
        ) as amount_in_currency

    from unnamed_payments
    left join oldest_per_payment
        on unnamed_payments.payment_id = oldest_per_payment.payment_id

),

all_parts as (

    select
        settled_parts.payment_id,
        settled_parts.invoice_id as allocated_to,
        settled_parts.invoice_id,
        settled_parts.client_id,
        settled_parts.paid_date,
        settled_parts.currency,
        settled_parts.basis,
        settled_parts.amount_in_currency,
        settled_parts.settled_in_currency,
        settled_parts.settled_in_currency as settled_amount,
        cast(null as decimal(18, 4)) as unallocated_amount

    from settled_parts
    where settled_parts.invoice_rate = 1

    union all

    select
        converted_parts.payment_id,
        converted_parts.invoice_id as allocated_to,
        converted_parts.invoice_id,
        converted_parts.client_id,
        converted_parts.paid_date,
        converted_parts.currency,
        converted_parts.basis,
        converted_parts.amount_in_currency,
        converted_parts.settled_in_currency,
        cast(
            converted_parts.converted_so_far - converted_parts.converted_before
            as decimal(18, 4)
        ) as settled_amount,
        cast(null as decimal(18, 4)) as unallocated_amount

    from converted_parts

    union all

    select
        rests.payment_id,
        'unallocated' as allocated_to,
        cast(null as varchar) as invoice_id,
        rests.client_id,
        rests.paid_date,
        rests.currency,
        'unallocated' as basis,
        rests.amount_in_currency,
        cast(null as decimal(18, 4)) as settled_in_currency,
        cast(null as decimal(18, 4)) as settled_amount,
        case
            when rests.amount_in_currency = rests.payment_amount
                then rests.amount
            when rests.amount = rests.payment_amount
                then rests.amount_in_currency
            else cast(
                cast(rests.amount as double)
                * cast(rests.amount_in_currency as double)
                / nullif(cast(rests.payment_amount as double), 0)
                as decimal(18, 4)
            )
        end as unallocated_amount

    from rests
    where rests.amount_in_currency <> 0

)

select * from all_parts
