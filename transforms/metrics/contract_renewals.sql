-- One row per kind of contract and renewal: how many came to it, and how many
-- renewed. Totals of all kinds are told by a flag: a kind may be called `all`.
--
-- grain    kind, number of the renewal
-- key      is_total, kind, renewal_number
-- answers  How many contracts are renewed the first, second, … time?
--
-- A contract lost within a term did not renew at its end. One that runs counts
-- for the renewals behind it. Contracts that are not renewed term by term, and
-- those whose end is unknown, are left out.

with

contracts as (

    select * from marts.contracts

),

numbers as (

    select * from meta.numbers

),

clock as (

    select * from meta.clock

),

renewable_contracts as (

    select
        false as is_total,
        contracts.kind,
        contracts.renewal_count,
        case when contracts.state = 'ended' then 1 else 0 end as is_lost

    from contracts
    where
        contracts.renewal_count is not null
        and contracts.state <> 'unknown'

    union all

    select
        true as is_total,
        'all' as kind,
        contracts.renewal_count,
        case when contracts.state = 'ended' then 1 else 0 end as is_lost

    from contracts
    where
        contracts.renewal_count is not null
        and contracts.state <> 'unknown'

),

contracts_per_count as (

    select
        renewable_contracts.is_total,
        renewable_contracts.kind,
        renewable_contracts.renewal_count,
        count(*) as contract_count,
        sum(renewable_contracts.is_lost) as lost_count

    from renewable_contracts
    group by 1, 2, 3

),

renewals as (

    select
        contracts_per_count.is_total,
        contracts_per_count.kind,
        numbers.n as renewal_number,
        sum(contracts_per_count.contract_count) filter (
            where contracts_per_count.renewal_count >= numbers.n
        ) as renewed_count,
        sum(contracts_per_count.lost_count) filter (
            where contracts_per_count.renewal_count = numbers.n - 1
        ) as lost_count,
        sum(
            contracts_per_count.contract_count - contracts_per_count.lost_count
        ) filter (
            where contracts_per_count.renewal_count = numbers.n
        ) as held_count

    from contracts_per_count
    inner join numbers
        on
            numbers.n >= 1
            and numbers.n <= contracts_per_count.renewal_count + 1
    group by 1, 2, 3

),

renewals_counted as (

    select
        renewals.is_total,
        renewals.kind,
        renewals.renewal_number,
        coalesce(renewals.renewed_count, 0) as renewed_count,
        coalesce(renewals.lost_count, 0) as lost_count,
        coalesce(renewals.held_count, 0) as held_count,
        cast(coalesce(renewals.renewed_count, 0) as double) as renewed,
        cast(
            coalesce(renewals.renewed_count, 0)
            + coalesce(renewals.lost_count, 0) as double
        ) as due

    from renewals
    where
        coalesce(renewals.renewed_count, 0)
        + coalesce(renewals.lost_count, 0) > 0

),

renewals_spread as (

    select
        renewals_counted.is_total,
        renewals_counted.kind,
        renewals_counted.renewal_number,
        renewals_counted.renewed_count,
        renewals_counted.lost_count,
        renewals_counted.held_count,
        renewals_counted.renewed,
        renewals_counted.due,
        1.959964e0 * sqrt(
            renewals_counted.renewed
            * cast(renewals_counted.due - renewals_counted.renewed as double)
            / nullif(renewals_counted.due, 0) + 0.960364720324e0
        ) as spread

    from renewals_counted

),

renewals_with_rate as (

    select
        renewals_spread.is_total,
        renewals_spread.kind,
        cast(renewals_spread.renewal_number as bigint) as renewal_number,
        clock.as_of_date,
        cast(
            renewals_spread.renewed_count + renewals_spread.lost_count
            as bigint
        ) as due_count,
        cast(renewals_spread.renewed_count as bigint) as renewed_count,
        cast(renewals_spread.lost_count as bigint) as lost_count,
        cast(renewals_spread.held_count as bigint) as held_count,
        cast(renewals_spread.renewed as double)
        / nullif(renewals_spread.due, 0) as renewal_rate,
        cast(
            renewals_spread.renewed + 1.920729440648e0 - renewals_spread.spread
            as double
        )
        / nullif(renewals_spread.due + 3.841458881296e0, 0)
            as renewal_rate_low,
        cast(
            renewals_spread.renewed + 1.920729440648e0 + renewals_spread.spread
            as double
        )
        / nullif(renewals_spread.due + 3.841458881296e0, 0)
            as renewal_rate_high,
        case
            when renewals_spread.due < 30 then 'low_n'
            else 'ok'
        end as quality_flag

    from renewals_spread
    cross join clock

)

select * from renewals_with_rate
