-- One row per client, manager, region and currency of what is open on the as-of
-- day, by days past due. Credit notes not yet settled and payments not yet
-- allocated stand apart, below zero; all parts add up to the balance of the
-- ledger: invoices less payments.
--
-- grain    client, manager, region, currency of the documents
-- key      client_id, manager_id, region, currency
-- answers  Who owes us, how much, and since when?

with

loaded_kinds as (

    select * from marts.loaded_kinds

),

invoices as (

    select * from marts.invoices

),

payment_allocations as (

    select * from marts.payment_allocations

),

clients as (

    select * from marts.clients

),

clock as (

    select * from meta.clock

),

open_items as (

    select
        coalesce(invoices.client_id, 'unknown') as client_id,
        invoices.manager_id,
        invoices.region,
        invoices.currency,
        case
            when invoices.open_in_currency < 0 then 'credit'
            when invoices.due_date is null then 'without_due_date'
            when invoices.overdue_days = 0 then 'not_due'
            when invoices.overdue_days <= 30 then 'days_1_30'
            when invoices.overdue_days <= 60 then 'days_31_60'
            when invoices.overdue_days <= 90 then 'days_61_90'
            else 'days_over_90'
        end as bucket,
        invoices.overdue_days,
        invoices.open_in_currency as amount_in_currency,
        invoices.open_amount as amount

    from invoices
    cross join loaded_kinds
    where
        loaded_kinds.has_payments
        and invoices.open_in_currency <> 0

    union all

    select
        coalesce(payment_allocations.client_id, 'unknown') as client_id,
        coalesce(clients.manager_id, 'unknown') as manager_id,
        coalesce(clients.region, 'unknown') as region,
        payment_allocations.currency,
        'unallocated' as bucket,
        cast(0 as bigint) as overdue_days,
        -payment_allocations.amount_in_currency as amount_in_currency,
        -payment_allocations.unallocated_amount as amount

    from payment_allocations
    left join clients on payment_allocations.client_id = clients.client_id
    where payment_allocations.invoice_id is null

),

amounts_per_client as (

    select
        open_items.client_id,
        open_items.manager_id,
        open_items.region,
        open_items.currency,
        cast(
            count(*) filter (
                where open_items.bucket not in ('credit', 'unallocated')
            ) as bigint
        ) as open_count,
        cast(
            count(*) filter (where open_items.overdue_days > 0) as bigint
        ) as overdue_count,
        max(open_items.overdue_days) as overdue_days_max,
        cast(
            count(*) filter (where open_items.amount is null) as bigint
        ) as unconverted_count,
        cast(sum(open_items.amount_in_currency) as decimal(38, 4))
            as balance_in_currency,
        cast(
            coalesce(
                sum(open_items.amount) filter (
                    where open_items.bucket = 'not_due'
                ),
                0
            ) as decimal(38, 4)
        ) as not_due_amount,
        cast(
            coalesce(
                sum(open_items.amount) filter (
                    where open_items.bucket = 'days_1_30'
                ),
                0
            ) as decimal(38, 4)
        ) as days_1_30_amount,
        cast(
            coalesce(
                sum(open_items.amount) filter (
                    where open_items.bucket = 'days_31_60'
                ),
                0
            ) as decimal(38, 4)
        ) as days_31_60_amount,
        cast(
            coalesce(
                sum(open_items.amount) filter (
                    where open_items.bucket = 'days_61_90'
                ),
                0
            ) as decimal(38, 4)
        ) as days_61_90_amount,
        cast(
            coalesce(
                sum(open_items.amount) filter (
                    where open_items.bucket = 'days_over_90'
                ),
                0
            ) as decimal(38, 4)
        ) as days_over_90_amount,
        cast(
            coalesce(
                sum(open_items.amount) filter (
                    where open_items.bucket = 'without_due_date'
                ),
                0
            ) as decimal(38, 4)
        ) as without_due_date_amount,
        cast(
            coalesce(
                sum(open_items.amount) filter (
                    where open_items.bucket = 'credit'
                ),
                0
            ) as decimal(38, 4)
        ) as credit_amount,
        cast(
            coalesce(
                sum(open_items.amount) filter (
                    where open_items.bucket = 'unallocated'
                ),
                0
            ) as decimal(38, 4)
        ) as unallocated_amount,
        cast(
            coalesce(
                sum(open_items.amount) filter (
                    where open_items.overdue_days > 0
                ),
                0
            ) as decimal(38, 4)
        ) as overdue_amount,
        cast(coalesce(sum(open_items.amount), 0) as decimal(38, 4))
            as balance_amount

    from open_items
    group by 1, 2, 3, 4

),

amounts_with_flag as (

    select
        amounts_per_client.client_id,
        amounts_per_client.manager_id,
        amounts_per_client.region,
        amounts_per_client.currency,
        amounts_per_client.open_count,
        amounts_per_client.overdue_count,
        amounts_per_client.overdue_days_max,
        amounts_per_client.not_due_amount,
        amounts_per_client.days_1_30_amount,
        amounts_per_client.days_31_60_amount,
        amounts_per_client.days_61_90_amount,
        amounts_per_client.days_over_90_amount,
        amounts_per_client.without_due_date_amount,
        amounts_per_client.credit_amount,
        amounts_per_client.unallocated_amount,
        amounts_per_client.overdue_amount,
        amounts_per_client.balance_amount,
        amounts_per_client.balance_in_currency,
        amounts_per_client.unconverted_count,
        case
            when amounts_per_client.unconverted_count > 0 then 'no_rate'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from amounts_per_client
    cross join clock

)

select * from amounts_with_flag
