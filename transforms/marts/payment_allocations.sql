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

named_settlements as (

    select * from marts.named_settlements

),

oldest_settlements as (

    select * from marts.oldest_settlements

),

oldest_per_payment as (

    select
        oldest_settlements.payment_id,
        cast(sum(oldest_settlements.amount_in_currency) as decimal(18, 4))
            as amount_in_currency

    from oldest_settlements
    group by 1

),

settled_parts as (

    select
        named_settlements.payment_id,
        named_settlements.invoice_id,
        named_settlements.client_id,
        named_settlements.paid_date,
        named_settlements.currency,
        'named' as basis,
        named_settlements.amount_in_currency,
        named_settlements.taken_amount as settled_in_currency,
        named_settlements.invoice_rate

    from named_settlements
    where named_settlements.taken_amount <> 0

    union all

    select
        oldest_settlements.payment_id,
        oldest_settlements.invoice_id,
        oldest_settlements.client_id,
        oldest_settlements.paid_date,
        oldest_settlements.currency,
        'oldest' as basis,
        oldest_settlements.amount_in_currency,
        oldest_settlements.amount_in_currency as settled_in_currency,
        oldest_settlements.invoice_rate

    from oldest_settlements

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
        named_settlements.payment_id,
        named_settlements.client_id,
        named_settlements.paid_date,
        named_settlements.currency,
        named_settlements.payment_amount,
        named_settlements.amount,
        cast(
            named_settlements.payment_amount
            - named_settlements.amount_in_currency as decimal(18, 4)
        ) as amount_in_currency

    from named_settlements

    union all

    select
        payments.payment_id,
        payments.client_id,
        payments.paid_date,
        payments.currency,
        payments.amount_in_currency as payment_amount,
        payments.amount,
        cast(
            payments.amount_in_currency - coalesce(
                oldest_per_payment.amount_in_currency,
                cast(0 as decimal(18, 4))
            ) as decimal(18, 4)
        ) as amount_in_currency

    from payments
    left join oldest_per_payment
        on payments.payment_id = oldest_per_payment.payment_id
    where payments.invoice_id is null

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
