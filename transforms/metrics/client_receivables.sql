-- One row per client that was ever invoiced or paid: what it owes on the as-of
-- day, whom to ask, and how it pays. The manager is the owner of the client
-- today, who makes the call.
--
-- grain    client
-- key      client_id
-- answers  Whom do we remind to pay today, and who does it?

with

loaded_kinds as (

    select * from marts.loaded_kinds

),

invoices as (

    select * from marts.invoices

),

paid_claims as (

    select * from metrics.paid_claims

),

receivables_ageing as (

    select * from metrics.receivables_ageing

),

clients as (

    select * from marts.clients

),

clock as (

    select * from meta.clock

),

sales_per_client as (

    select
        coalesce(invoices.client_id, 'unknown') as client_id,
        cast(count(invoices.amount) as bigint) as invoice_count,
        cast(
            coalesce(
                sum(invoices.amount) filter (
                    where
                        cast(date_trunc('month', invoices.issued_date) as date)
                        > cast(clock.as_of_date - interval '365' day as date)
                ),
                0
            ) as decimal(38, 4)
        ) as sales_amount,
        min(cast(date_trunc('month', invoices.issued_date) as date)) filter (
            where
                cast(date_trunc('month', invoices.issued_date) as date)
                > cast(clock.as_of_date - interval '365' day as date)
        ) as sales_from_month

    from invoices
    cross join clock
    cross join loaded_kinds
    where loaded_kinds.has_payments
    group by 1

),

delays_per_client as (

    select
        coalesce(paid_claims.client_id, 'unknown') as client_id,
        cast(sum(paid_claims.settled_amount) as decimal(38, 4))
            as delay_amount,
        cast(
            sum(
                paid_claims.settled_amount
                * cast(paid_claims.delay_days as decimal(9, 0))
            ) as double
        ) as delay_amount_days

    from paid_claims
    group by 1

),

ages_per_client as (

    select
        receivables_ageing.client_id,
        cast(sum(receivables_ageing.open_count) as bigint) as open_count,
        cast(sum(receivables_ageing.overdue_count) as bigint) as overdue_count,
        max(receivables_ageing.overdue_days_max) as overdue_days_max,
        cast(sum(receivables_ageing.overdue_amount) as decimal(38, 4))
            as overdue_amount,
        cast(sum(receivables_ageing.days_over_90_amount) as decimal(38, 4))
            as days_over_90_amount,
        cast(
            sum(
                receivables_ageing.credit_amount
                + receivables_ageing.unallocated_amount
            ) as decimal(38, 4)
        ) as credit_amount,
        cast(sum(receivables_ageing.balance_amount) as decimal(38, 4))
            as balance_amount,
        cast(sum(receivables_ageing.unconverted_count) as bigint)
            as unconverted_count

    from receivables_ageing
    group by 1

),

all_clients as (

    select sales_per_client.client_id from sales_per_client

    union

    select ages_per_client.client_id from ages_per_client

),

clients_with_balance as (

    select
        all_clients.client_id,
        coalesce(clients.manager_id, 'unknown') as manager_id,
        coalesce(clients.region, 'unknown') as region,
        coalesce(sales_per_client.invoice_count, 0) as invoice_count,
        coalesce(ages_per_client.open_count, 0) as open_count,
        coalesce(ages_per_client.overdue_count, 0) as overdue_count,
        coalesce(ages_per_client.overdue_days_max, 0) as overdue_days_max,
        coalesce(ages_per_client.overdue_amount, cast(0 as decimal(38, 4)))
            as overdue_amount,
        coalesce(
            ages_per_client.days_over_90_amount, cast(0 as decimal(38, 4))
        ) as days_over_90_amount,
        coalesce(ages_per_client.credit_amount, cast(0 as decimal(38, 4)))
            as credit_amount,
        coalesce(ages_per_client.balance_amount, cast(0 as decimal(38, 4)))
            as balance_amount,
        coalesce(sales_per_client.sales_amount, cast(0 as decimal(38, 4)))
            as sales_amount,
        case
            when
                ages_per_client.balance_amount >= 0
                and sales_per_client.sales_amount > 0
                then
                    cast(ages_per_client.balance_amount as double)
                    / nullif(cast(sales_per_client.sales_amount as double), 0)
                    * cast(
                        date_diff(
                            'day',
                            sales_per_client.sales_from_month,
                            clock.as_of_date
                        ) + 1 as double
                    )
        end as dso_days,
        case
            when delays_per_client.delay_amount > 0
                then
                    cast(delays_per_client.delay_amount_days as double)
                    / nullif(cast(delays_per_client.delay_amount as double), 0)
        end as delay_days_weighted,
        case
            when ages_per_client.unconverted_count > 0 then 'no_rate'
            when coalesce(sales_per_client.invoice_count, 0) < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from all_clients
    cross join clock
    left join sales_per_client
        on all_clients.client_id = sales_per_client.client_id
    left join delays_per_client
        on all_clients.client_id = delays_per_client.client_id
    left join ages_per_client
        on all_clients.client_id = ages_per_client.client_id
    left join clients on all_clients.client_id = clients.client_id

)

select * from clients_with_balance
