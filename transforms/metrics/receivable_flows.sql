-- One row per month, manager and region: what was invoiced, what settled it,
-- what was paid without an invoice, and what passed its due day unpaid. Sums of
-- these flows are balances, so any past month can be read from them.
--
-- grain    month, manager, region
-- key      month, manager_id, region
-- answers  How do receivables grow and shrink?

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

settlements as (

    select
        payment_allocations.paid_date,
        invoices.manager_id,
        invoices.region,
        payment_allocations.settled_amount as amount,
        case
            when invoices.amount_in_currency < 0 then null
            when invoices.due_date >= clock.as_of_date then null
            when payment_allocations.paid_date > invoices.due_date
                then payment_allocations.paid_date
            else cast(invoices.due_date + interval '1' day as date)
        end as overdue_date

    from payment_allocations
    cross join clock
    inner join invoices
        on payment_allocations.invoice_id = invoices.invoice_id
    where payment_allocations.settled_amount is not null

),

all_flows as (

    select
        cast(date_trunc('month', invoices.issued_date) as date) as month,
        invoices.manager_id,
        invoices.region,
        cast(count(*) as bigint) as invoice_count,
        cast(sum(invoices.amount) as decimal(38, 4)) as invoiced_amount,
        cast(0 as decimal(38, 4)) as settled_amount,
        cast(0 as decimal(38, 4)) as unallocated_amount,
        cast(0 as decimal(38, 4)) as overdue_amount

    from invoices
    cross join loaded_kinds
    where
        loaded_kinds.has_payments
        and invoices.amount is not null
    group by 1, 2, 3

    union all

    select
        cast(
            date_trunc(
                'month', cast(invoices.due_date + interval '1' day as date)
            ) as date
        ) as month,
        invoices.manager_id,
        invoices.region,
        cast(0 as bigint) as invoice_count,
        cast(0 as decimal(38, 4)) as invoiced_amount,
        cast(0 as decimal(38, 4)) as settled_amount,
        cast(0 as decimal(38, 4)) as unallocated_amount,
        cast(sum(invoices.amount) as decimal(38, 4)) as overdue_amount

    from invoices
    cross join clock
    cross join loaded_kinds
    where
        loaded_kinds.has_payments
        and invoices.amount is not null
        and invoices.amount_in_currency >= 0
        and invoices.due_date < clock.as_of_date
    group by 1, 2, 3

    union all

    select
        cast(date_trunc('month', settlements.paid_date) as date) as month,
        settlements.manager_id,
        settlements.region,
        cast(0 as bigint) as invoice_count,
        cast(0 as decimal(38, 4)) as invoiced_amount,
        cast(sum(settlements.amount) as decimal(38, 4)) as settled_amount,
        cast(0 as decimal(38, 4)) as unallocated_amount,
        cast(0 as decimal(38, 4)) as overdue_amount

    from settlements
    group by 1, 2, 3

    union all

    select
        cast(date_trunc('month', settlements.overdue_date) as date) as month,
        settlements.manager_id,
        settlements.region,
        cast(0 as bigint) as invoice_count,
        cast(0 as decimal(38, 4)) as invoiced_amount,
        cast(0 as decimal(38, 4)) as settled_amount,
        cast(0 as decimal(38, 4)) as unallocated_amount,
        cast(-sum(settlements.amount) as decimal(38, 4)) as overdue_amount

    from settlements
    where settlements.overdue_date is not null
    group by 1, 2, 3

    union all

    select
        cast(date_trunc('month', payment_allocations.paid_date) as date)
            as month,
        coalesce(clients.manager_id, 'unknown') as manager_id,
        coalesce(clients.region, 'unknown') as region,
        cast(0 as bigint) as invoice_count,
        cast(0 as decimal(38, 4)) as invoiced_amount,
        cast(0 as decimal(38, 4)) as settled_amount,
        cast(sum(payment_allocations.unallocated_amount) as decimal(38, 4))
            as unallocated_amount,
        cast(0 as decimal(38, 4)) as overdue_amount

    from payment_allocations
    left join clients on payment_allocations.client_id = clients.client_id
    where payment_allocations.unallocated_amount is not null
    group by 1, 2, 3

),

flows_per_month as (

    select
        all_flows.month,
        all_flows.manager_id,
        all_flows.region,
        cast(sum(all_flows.invoice_count) as bigint) as invoice_count,
        cast(sum(all_flows.invoiced_amount) as decimal(38, 4))
            as invoiced_amount,
        cast(sum(all_flows.settled_amount) as decimal(38, 4))
            as settled_amount,
        cast(sum(all_flows.unallocated_amount) as decimal(38, 4))
            as unallocated_amount,
        cast(sum(all_flows.overdue_amount) as decimal(38, 4))
            as overdue_amount

    from all_flows
    group by 1, 2, 3

)

select * from flows_per_month
