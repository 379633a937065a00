-- One row per client with complaints, late deliveries or late payments in the
-- last twelve months: what may stand behind its silence.
--
-- grain    client
-- key      client_id
-- answers  Had the client a reason to leave?
--
-- Beside the churn score, not in it: these are no causes proven.

with

loaded_kinds as (

    select * from marts.loaded_kinds

),

clock as (

    select * from meta.clock

),

complaints as (

    select * from marts.complaints

),

deliveries as (

    select * from metrics.line_deliveries

),

invoices as (

    select * from marts.invoices

),

paid_claims as (

    select * from metrics.paid_claims

),

troubles as (

    select
        complaints.client_id,
        count(*) filter (
            where cast(complaints.opened_at as date)
            > cast(clock.as_of_date - interval '12' month as date)
        ) as complaint_count,
        count(*) filter (where complaints.is_open) as open_complaint_count,
        0 as due_line_count,
        0 as late_line_count,
        cast(0 as decimal(38, 4)) as paid_amount,
        cast(0 as decimal(38, 4)) as paid_amount_days,
        cast(0 as decimal(38, 4)) as overdue_amount

    from complaints
    cross join clock
    where complaints.client_id is not null
    group by 1

    union all

    select
        deliveries.client_id,
        0 as complaint_count,
        0 as open_complaint_count,
        count(*) as due_line_count,
        count(*) filter (where deliveries.is_late) as late_line_count,
        cast(0 as decimal(38, 4)) as paid_amount,
        cast(0 as decimal(38, 4)) as paid_amount_days,
        cast(0 as decimal(38, 4)) as overdue_amount

    from deliveries
    cross join clock
    where
        deliveries.client_id is not null
        and deliveries.due_date
        > cast(clock.as_of_date - interval '12' month as date)
    group by 1

    union all

    select
        paid_claims.client_id,
        0 as complaint_count,
        0 as open_complaint_count,
        0 as due_line_count,
        0 as late_line_count,
        sum(paid_claims.settled_amount) as paid_amount,
        sum(
            paid_claims.settled_amount
            * cast(paid_claims.delay_days as decimal(9, 0))
        ) as paid_amount_days,
        cast(0 as decimal(38, 4)) as overdue_amount

    from paid_claims
    cross join clock
    where
        paid_claims.client_id is not null
        and paid_claims.paid_date
        > cast(clock.as_of_date - interval '12' month as date)
    group by 1

    union all

    select
        invoices.client_id,
        0 as complaint_count,
        0 as open_complaint_count,
        0 as due_line_count,
        0 as late_line_count,
        cast(0 as decimal(38, 4)) as paid_amount,
        cast(0 as decimal(38, 4)) as paid_amount_days,
        coalesce(
            sum(invoices.open_amount) filter (where invoices.overdue_days > 0),
            0
        ) as overdue_amount

    from invoices
    cross join loaded_kinds
    where
        loaded_kinds.has_payments
        and invoices.client_id is not null
        and invoices.due_date is not null
    group by 1

),

troubles_per_client as (

    select
        troubles.client_id,
        cast(sum(troubles.complaint_count) as bigint) as complaint_count,
        cast(sum(troubles.open_complaint_count) as bigint)
            as open_complaint_count,
        cast(sum(troubles.due_line_count) as bigint) as due_line_count,
        cast(sum(troubles.late_line_count) as bigint) as late_line_count,
        cast(sum(troubles.late_line_count) as double)
        / nullif(cast(sum(troubles.due_line_count) as double), 0)
            as late_line_share,
        case
            when sum(troubles.paid_amount) > 0
                then
                    cast(sum(troubles.paid_amount_days) as double)
                    / nullif(cast(sum(troubles.paid_amount) as double), 0)
        end as average_payment_delay_days,
        cast(sum(troubles.overdue_amount) as decimal(38, 4)) as overdue_amount

    from troubles
    group by 1

)

select * from troubles_per_client
