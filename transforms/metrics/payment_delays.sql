-- One row per entity (all, a region, a manager, a month of issue): how long
-- after the due day money comes, by amount. Money not yet paid is not left out:
-- its delay is at least the days so far (Kaplan and Meier 1958: the share still
-- unpaid after d days is the product over days up to d of one less what was
-- paid on the day over what was still unpaid before it). Early payments count
-- below zero. Invoices of the twelve months to the as-of day, credit notes and
-- invoices without a due day left out.
--
-- grain    dimension, entity
-- key      dimension, entity_id
-- answers  How late do clients pay? Do they pay later than before?

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

clock as (

    select * from meta.clock

),

invoices_judged as (

    select
        invoices.invoice_id,
        invoices.manager_id,
        invoices.region,
        cast(date_trunc('month', invoices.issued_date) as date) as issued_month,
        invoices.issued_date > cast(
            clock.as_of_date - interval '365' day as date
        ) as is_recent,
        invoices.due_date,
        invoices.open_amount,
        cast(
            date_diff('day', invoices.due_date, clock.as_of_date) as bigint
        ) as days_so_far

    from invoices
    cross join clock
    cross join loaded_kinds
    where
        loaded_kinds.has_payments
        and invoices.amount is not null
        and invoices.amount_in_currency > 0
        and invoices.due_date is not null

),

amounts_per_day as (

    select
        paid_claims.manager_id,
        paid_claims.region,
        cast(date_trunc('month', paid_claims.issued_date) as date)
            as issued_month,
        paid_claims.issued_date > cast(
            clock.as_of_date - interval '365' day as date
        ) as is_recent,
        paid_claims.delay_days,
        cast(sum(paid_claims.settled_amount) as decimal(38, 4)) as paid_amount,
        cast(0 as decimal(38, 4)) as open_amount,
        cast(0 as bigint) as invoice_count

    from paid_claims
    cross join clock
    where paid_claims.settled_amount is not null
    group by 1, 2, 3, 4, 5

    union all

    select
        invoices_judged.manager_id,
        invoices_judged.region,
        invoices_judged.issued_month,
        invoices_judged.is_recent,
        invoices_judged.days_so_far as delay_days,
        cast(0 as decimal(38, 4)) as paid_amount,
        cast(sum(invoices_judged.open_amount) as decimal(38, 4)) as open_amount,
        cast(count(*) as bigint) as invoice_count

    from invoices_judged
    group by 1, 2, 3, 4, 5

),

entity_days as (

    select
        'all' as dimension,
        'all' as entity_id,
        amounts_per_day.delay_days,
        amounts_per_day.paid_amount,
        amounts_per_day.open_amount,
        amounts_per_day.invoice_count

    from amounts_per_day
    where amounts_per_day.is_recent

    union all

    select
        'region' as dimension,
        amounts_per_day.region as entity_id,
        amounts_per_day.delay_days,
        amounts_per_day.paid_amount,
        amounts_per_day.open_amount,
        amounts_per_day.invoice_count

    from amounts_per_day
    where amounts_per_day.is_recent

    union all

    select
        'manager' as dimension,
        amounts_per_day.manager_id as entity_id,
        amounts_per_day.delay_days,
        amounts_per_day.paid_amount,
        amounts_per_day.open_amount,
        amounts_per_day.invoice_count

    from amounts_per_day
    where amounts_per_day.is_recent

    union all

    select
        'month' as dimension,
        cast(amounts_per_day.issued_month as varchar) as entity_id,
        amounts_per_day.delay_days,
        amounts_per_day.paid_amount,
        amounts_per_day.open_amount,
        amounts_per_day.invoice_count

    from amounts_per_day

),

days_per_entity as (

    select
        entity_days.dimension,
        entity_days.entity_id,
        entity_days.delay_days,
        cast(sum(entity_days.paid_amount) as decimal(38, 4)) as paid_amount,
        cast(sum(entity_days.open_amount) as decimal(38, 4)) as open_amount,
        cast(sum(entity_days.invoice_count) as bigint) as invoice_count

    from entity_days
    group by 1, 2, 3

),

days_at_risk as (

    select
        days_per_entity.dimension,
        days_per_entity.entity_id,
        days_per_entity.delay_days,
        cast(
            case
                when days_per_entity.paid_amount > 0
                    then days_per_entity.paid_amount
                else 0
            end as double
        ) as paid_size,
        cast(
            cast(
                sum(
                    days_per_entity.paid_amount + days_per_entity.open_amount
                ) over (
                    partition by
                        days_per_entity.dimension, days_per_entity.entity_id
                    order by days_per_entity.delay_days desc nulls last
                    rows between unbounded preceding and current row
                ) as decimal(38, 4)
            ) as double
        ) as risk_size

    from days_per_entity

),

days_with_hazard as (

    select
        days_at_risk.dimension,
        days_at_risk.entity_id,
        days_at_risk.delay_days,
        case
            when days_at_risk.paid_size >= days_at_risk.risk_size then 1
            else 0
        end as is_last,
        case
            when days_at_risk.paid_size < days_at_risk.risk_size
                then
                    ln(
                        1e0
                        - cast(days_at_risk.paid_size as double)
                        / nullif(days_at_risk.risk_size, 0)
                    )
            else 0e0
        end as log_kept

    from days_at_risk
    where days_at_risk.paid_size > 0

),

days_with_survival as (

    select
        days_with_hazard.dimension,
        days_with_hazard.entity_id,
        days_with_hazard.delay_days,
        case
            when
                max(days_with_hazard.is_last) over (
                    partition by
                        days_with_hazard.dimension, days_with_hazard.entity_id
                    order by days_with_hazard.delay_days asc nulls last
                    rows between unbounded preceding and current row
                ) = 1
                then 0e0
            else exp(
                sum(days_with_hazard.log_kept) over (
                    partition by
                        days_with_hazard.dimension, days_with_hazard.entity_id
                    order by days_with_hazard.delay_days asc nulls last
                    rows between unbounded preceding and current row
                )
            )
        end as unpaid_share

    from days_with_hazard

),

delays_per_entity as (

    select
        days_with_survival.dimension,
        days_with_survival.entity_id,
        min(days_with_survival.delay_days) filter (
            where days_with_survival.unpaid_share <= 0.500000000001e0
        ) as delay_days_p50,
        min(days_with_survival.delay_days) filter (
            where days_with_survival.unpaid_share <= 0.100000000001e0
        ) as delay_days_p90,
        min(days_with_survival.unpaid_share) filter (
            where days_with_survival.delay_days <= 0
        ) as unpaid_on_due_day_share

    from days_with_survival
    group by 1, 2

),

amounts_per_entity as (

    select
        days_per_entity.dimension,
        days_per_entity.entity_id,
        cast(sum(days_per_entity.invoice_count) as bigint) as invoice_count,
        cast(sum(days_per_entity.paid_amount) as decimal(38, 4)) as paid_amount,
        cast(
            sum(
                days_per_entity.paid_amount
                * cast(days_per_entity.delay_days as decimal(9, 0))
            ) as double
        ) as paid_amount_days,
        cast(sum(days_per_entity.open_amount) as decimal(38, 4)) as open_amount,
        cast(
            coalesce(
                sum(days_per_entity.open_amount) filter (
                    where days_per_entity.delay_days > 0
                ),
                0
            ) as decimal(38, 4)
        ) as open_overdue_amount

    from days_per_entity
    group by 1, 2

),

entities_with_delays as (

    select
        amounts_per_entity.dimension,
        amounts_per_entity.entity_id,
        amounts_per_entity.invoice_count,
        amounts_per_entity.paid_amount,
        amounts_per_entity.open_amount,
        amounts_per_entity.open_overdue_amount,
        case
            when amounts_per_entity.paid_amount > 0
                then
                    amounts_per_entity.paid_amount_days
                    / nullif(cast(amounts_per_entity.paid_amount as double), 0)
        end as delay_days_weighted,
        delays_per_entity.delay_days_p50,
        delays_per_entity.delay_days_p90,
        case
            when
                amounts_per_entity.paid_amount > 0
                or amounts_per_entity.open_overdue_amount > 0
                then
                    1e0
                    - coalesce(delays_per_entity.unpaid_on_due_day_share, 1e0)
        end as paid_by_due_day_share,
        case
            when amounts_per_entity.invoice_count < 30 then 'low_n'
            when delays_per_entity.delay_days_p50 is null
                then 'mostly_unpaid'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from amounts_per_entity
    cross join clock
    left join delays_per_entity
        on
            amounts_per_entity.dimension = delays_per_entity.dimension
            and amounts_per_entity.entity_id = delays_per_entity.entity_id

)

select * from entities_with_delays
