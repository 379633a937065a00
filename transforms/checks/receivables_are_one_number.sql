-- Open receivables are one number: the ages of all clients, the last balance by
-- month, and invoices less payments.
-- severity error

with

loaded_kinds as (

    select * from marts.loaded_kinds

),

receivables_ageing as (

    select * from metrics.receivables_ageing

),

receivables_by_month as (

    select * from metrics.receivables_by_month

),

invoices as (

    select * from marts.invoices

),

payment_allocations as (

    select * from marts.payment_allocations

),

ages as (

    select
        cast(
            coalesce(sum(receivables_ageing.balance_amount), 0)
            as decimal(38, 4)
        ) as balance_amount,
        cast(
            coalesce(
                sum(
                    receivables_ageing.not_due_amount
                    + receivables_ageing.days_1_30_amount
                    + receivables_ageing.days_31_60_amount
                    + receivables_ageing.days_61_90_amount
                    + receivables_ageing.days_over_90_amount
                    + receivables_ageing.without_due_date_amount
                    + receivables_ageing.credit_amount
                    + receivables_ageing.unallocated_amount
                ),
                0
            ) as decimal(38, 4)
        ) as bucket_amount,
        cast(
            coalesce(sum(receivables_ageing.overdue_amount), 0)
            as decimal(38, 4)
        ) as overdue_amount

    from receivables_ageing

),

month_ends as (

    select
        receivables_by_month.dimension,
        max(receivables_by_month.month) as month

    from receivables_by_month
    group by 1

),

last_months as (

    select
        receivables_by_month.dimension,
        cast(sum(receivables_by_month.balance_amount) as decimal(38, 4))
            as balance_amount,
        cast(sum(receivables_by_month.overdue_amount) as decimal(38, 4))
            as overdue_amount

    from receivables_by_month
    inner join month_ends
        on
            receivables_by_month.dimension = month_ends.dimension
            and receivables_by_month.month = month_ends.month
    group by 1

),

invoiced as (

    select cast(coalesce(sum(invoices.amount), 0) as decimal(38, 4)) as amount

    from invoices
    cross join loaded_kinds
    where loaded_kinds.has_payments

),

paid as (

    select
        cast(
            coalesce(
                sum(
                    coalesce(
                        payment_allocations.settled_amount,
                        payment_allocations.unallocated_amount
                    )
                ),
                0
            ) as decimal(38, 4)
        ) as amount

    from payment_allocations

),

balances as (

    select
        'ages' as what,
        ages.bucket_amount as amount,
        ages.balance_amount as expected_amount

    from ages

    union all

    select
        'ledger' as what,
        ages.balance_amount as amount,
        cast(invoiced.amount - paid.amount as decimal(38, 4))
            as expected_amount

    from ages
    cross join invoiced
    cross join paid

    union all

    select
        'balance by ' || last_months.dimension as what,
        last_months.balance_amount as amount,
        ages.balance_amount as expected_amount

    from last_months
    cross join ages

    union all

    select
        'overdue by ' || last_months.dimension as what,
        last_months.overdue_amount as amount,
        ages.overdue_amount as expected_amount

    from last_months
    cross join ages

),

balances_that_differ as (

    select
        balances.what,
        balances.amount,
        balances.expected_amount

    from balances
    where balances.amount <> balances.expected_amount

)

select * from balances_that_differ
