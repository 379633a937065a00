-- One row per kind of contract and month in which one of them ended or was
-- last seen held: the share that is held for longer. Totals of all kinds are
-- told by a flag: a kind may be called `all`.
--
-- grain    kind, month after the first day
-- key      is_total, kind, month_number
-- answers  How long do clients keep a contract?
--
-- Kaplan–Meier: a contract still held counts for as long as it was watched.
-- Ended in month 1 is ended within the first month. Limits at 95 % by
-- Greenwood's formula on the scale of log(-log). Contracts whose end is unknown
-- are left out.

with

contracts as (

    select * from marts.contracts

),

clock as (

    select * from meta.clock

),

lives as (

    select
        false as is_total,
        contracts.kind,
        case
            when contracts.state = 'ended'
                then contracts.complete_month_count + 1
            else contracts.complete_month_count
        end as month_number,
        case when contracts.state = 'ended' then 1 else 0 end as has_ended

    from contracts
    where contracts.state <> 'unknown'

    union all

    select
        true as is_total,
        'all' as kind,
        case
            when contracts.state = 'ended'
                then contracts.complete_month_count + 1
            else contracts.complete_month_count
        end as month_number,
        case when contracts.state = 'ended' then 1 else 0 end as has_ended

    from contracts
    where contracts.state <> 'unknown'

),

months as (

    select
        lives.is_total,
        lives.kind,
        lives.month_number,
        sum(lives.has_ended) as ended_count,
        sum(1 - lives.has_ended) as censored_count

    from lives
    group by 1, 2, 3

),

months_at_risk as (

    select
        months.is_total,
        months.kind,
        months.month_number,
        months.ended_count,
        months.censored_count,
        sum(months.ended_count + months.censored_count) over (
            partition by months.is_total, months.kind
            order by months.month_number desc nulls last
            rows between unbounded preceding and current row
        ) as at_risk_count

    from months

),

hazards as (

    select
        months_at_risk.is_total,
        months_at_risk.kind,
        months_at_risk.month_number,
        months_at_risk.ended_count,
        months_at_risk.censored_count,
        months_at_risk.at_risk_count,
        case
            when months_at_risk.ended_count < months_at_risk.at_risk_count
                then
                    ln(
                        1 - cast(months_at_risk.ended_count as double)
                        / nullif(
                            cast(months_at_risk.at_risk_count as double), 0
                        )
                    )
            else 0e0
        end as ln_kept,
        case
            when months_at_risk.ended_count = months_at_risk.at_risk_count
                then 1
            else 0
        end as is_last,
        case
            when months_at_risk.ended_count < months_at_risk.at_risk_count
                then
                    cast(months_at_risk.ended_count as double)
                    / nullif(
                        cast(months_at_risk.at_risk_count as double) * cast(
                            months_at_risk.at_risk_count
                            - months_at_risk.ended_count as double
                        ),
                        0
                    )
            else 0e0
        end as greenwood

    from months_at_risk

),

sums as (

    select
        hazards.is_total,
        hazards.kind,
        hazards.month_number,
        hazards.ended_count,
        hazards.censored_count,
        hazards.at_risk_count,
        sum(hazards.ln_kept) over (
            partition by hazards.is_total, hazards.kind
            order by hazards.month_number nulls last
            rows between unbounded preceding and current row
        ) as ln_survival,
        sum(hazards.is_last) over (
            partition by hazards.is_total, hazards.kind
            order by hazards.month_number nulls last
            rows between unbounded preceding and current row
        ) as last_count,
        sum(hazards.greenwood) over (
            partition by hazards.is_total, hazards.kind
            order by hazards.month_number nulls last
            rows between unbounded preceding and current row
        ) as greenwood_sum

    from hazards

),

spreads as (

    select
        sums.is_total,
        sums.kind,
        sums.month_number,
        sums.ended_count,
        sums.censored_count,
        sums.at_risk_count,
        sums.ln_survival,
        case when sums.last_count > 0 then 0e0 else exp(sums.ln_survival) end
            as survival_share,
        case
            when sums.last_count = 0 and sums.ln_survival < 0
                then
                    exp(
                        1.959964e0 * sqrt(sums.greenwood_sum)
                        / nullif(-sums.ln_survival, 0)
                    )
        end as spread

    from sums

),

curve as (

    select
        spreads.is_total,
        spreads.kind,
        cast(spreads.month_number as bigint) as month_number,
        clock.as_of_date,
        cast(spreads.at_risk_count as bigint) as at_risk_count,
        cast(spreads.ended_count as bigint) as ended_count,
        cast(spreads.censored_count as bigint) as censored_count,
        spreads.survival_share,
        case
            when spreads.ln_survival * spreads.spread < -700 then 0e0
            else exp(spreads.ln_survival * spreads.spread)
        end as survival_share_low,
        exp(
            cast(spreads.ln_survival as double) / nullif(spreads.spread, 0)
        ) as survival_share_high,
        case when spreads.at_risk_count < 30 then 'low_n' else 'ok' end
            as quality_flag

    from spreads
    cross join clock

)

select * from curve
