-- One row per day after the first order on which somebody came back or was
-- last seen waiting: the share that has ordered again.
--
-- grain    day after the first order
-- key      day_number
-- answers  How long does it take until a new client orders again?
--
-- Kaplan–Meier: who has not ordered again by the as-of day counts for as long
-- as it was watched. Limits at 95 % by Greenwood's formula on the scale of
-- log(-log).

with

clock as (

    select * from meta.clock

),

purchases as (

    select * from metrics.purchase_days

),

waits as (

    select
        case
            when purchases.is_first
                then date_diff('day', purchases.day, clock.as_of_date)
            else purchases.gap_days
        end as day_number,
        case when purchases.is_first then 0 else 1 end as has_returned

    from purchases
    cross join clock
    where
        (purchases.is_first and purchases.is_newest)
        or (
            purchases.gap_days is not null
            and purchases.previous_gap_days is null
        )

),

days as (

    select
        waits.day_number,
        sum(waits.has_returned) as second_order_count,
        sum(1 - waits.has_returned) as censored_count

    from waits
    group by 1

),

days_at_risk as (

    select
        days.day_number,
        days.second_order_count,
        days.censored_count,
        sum(days.second_order_count + days.censored_count) over (
            order by days.day_number desc nulls last
            rows between unbounded preceding and current row
        ) as at_risk_count

    from days

),

hazards as (

    select
        days_at_risk.day_number,
        days_at_risk.second_order_count,
        days_at_risk.censored_count,
        days_at_risk.at_risk_count,
        case
            when days_at_risk.second_order_count < days_at_risk.at_risk_count
                then
                    ln(
                        1 - cast(days_at_risk.second_order_count as double)
                        / nullif(
                            cast(days_at_risk.at_risk_count as double), 0
                        )
                    )
            else 0e0
        end as ln_stay,
        case
            when days_at_risk.second_order_count = days_at_risk.at_risk_count
                then 1
            else 0
        end as has_ended,
        case
            when days_at_risk.second_order_count < days_at_risk.at_risk_count
                then
                    cast(days_at_risk.second_order_count as double)
                    / nullif(
                        cast(days_at_risk.at_risk_count as double) * cast(
                            days_at_risk.at_risk_count
                            - days_at_risk.second_order_count as double
                        ),
                        0
                    )
            else 0e0
        end as greenwood

    from days_at_risk

),

sums as (

    select
        hazards.day_number,
        hazards.second_order_count,
        hazards.censored_count,
        hazards.at_risk_count,
        sum(hazards.ln_stay) over (
            order by hazards.day_number nulls last
            rows between unbounded preceding and current row
        ) as ln_waiting,
        sum(hazards.has_ended) over (
            order by hazards.day_number nulls last
            rows between unbounded preceding and current row
        ) as ended_count,
        sum(hazards.greenwood) over (
            order by hazards.day_number nulls last
            rows between unbounded preceding and current row
        ) as greenwood_sum

    from hazards

),

survival as (

    select
        sums.day_number,
        sums.second_order_count,
        sums.censored_count,
        sums.at_risk_count,
        case when sums.ended_count > 0 then 0e0 else exp(sums.ln_waiting) end
            as waiting_share,
        case
            when sums.ended_count = 0 and sums.ln_waiting < 0
                then
                    exp(
                        1.959964e0 * sqrt(sums.greenwood_sum)
                        / nullif(-sums.ln_waiting, 0)
                    )
        end as spread,
        sums.ln_waiting

    from sums

),

curve as (

    select
        survival.day_number,
        clock.as_of_date,
        cast(survival.at_risk_count as bigint) as at_risk_count,
        cast(survival.second_order_count as bigint) as second_order_count,
        cast(survival.censored_count as bigint) as censored_count,
        survival.waiting_share,
        1 - survival.waiting_share as returned_share,
        1 - exp(
            cast(survival.ln_waiting as double)
            / nullif(survival.spread, 0)
        )
            as returned_share_low,
        1 - case
            when survival.ln_waiting * survival.spread < -700 then 0e0
            else exp(survival.ln_waiting * survival.spread)
        end as returned_share_high,
        case when survival.at_risk_count < 30 then 'low_n' else 'ok' end
            as quality_flag

    from survival
    cross join clock

)

select * from curve
