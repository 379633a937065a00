-- One row per cut-off and client: what the purchase model says of it.
--
-- grain    cut-off, client
-- key      cut_number, client_id
-- answers  How likely does a client order in the horizon?
--
-- Exact formulas of BG/NBD and MBG/NBD: who has not left orders with
-- 1 - ((alpha + T) / (alpha + T + t)) ^ (r + x). Powers go through logarithms,
-- and the odds of having left are held below e^700.

with

base as (

    select * from metrics.churn_base

),

fits as (

    select * from metrics.churn_fits

),

cut_offs as (

    select * from metrics.churn_cut_offs

),

terms as (

    select
        base.cut_number,
        base.client_id,
        fits.model,
        fits.quality_flag,
        base.repeat_count,
        fits.r + cast(base.repeat_count as double) as shape,
        fits.alpha_weeks + cast(base.recency_days as double) / 7 as last_weeks,
        fits.alpha_weeks + cast(base.age_days as double) / 7 as end_weeks,
        cast(cut_offs.horizon_days as double) / 7 as horizon_weeks,
        fits.a,
        fits.b + cast(base.repeat_count as double)
        - case when fits.model = 'bg' then 1e0 else 0e0 end as left_divisor

    from base
    inner join fits
        on base.cut_number = fits.cut_number
        and fits.is_chosen
        and fits.r is not null
    inner join cut_offs
        on base.cut_number = cut_offs.cut_number

),

log_odds as (

    select
        terms.cut_number,
        terms.client_id,
        terms.quality_flag,
        terms.model = 'bg' and terms.repeat_count = 0 as is_surely_alive,
        case
            when terms.model = 'bg' and terms.repeat_count = 0 then 0e0
            else
                terms.shape * ln(
                    cast(terms.end_weeks as double)
                    / nullif(terms.last_weeks, 0)
                )
                + ln(
                    cast(terms.a as double)
                    / nullif(terms.left_divisor, 0)
                )
        end as log_odds_left,
        1 - exp(
            terms.shape * ln(
                cast(terms.end_weeks as double)
                / nullif(terms.end_weeks + terms.horizon_weeks, 0)
            )
        ) as order_probability_if_alive

    from terms

),

alive as (

    select
        log_odds.cut_number,
        log_odds.client_id,
        log_odds.quality_flag,
        log_odds.order_probability_if_alive,
        case
            when log_odds.is_surely_alive then 1e0
            when log_odds.log_odds_left > 700 then 0e0
            else 1 / (1e0 + exp(log_odds.log_odds_left))
        end as alive_probability

    from log_odds

),

probabilities as (

    select
        alive.cut_number,
        alive.client_id,
        alive.alive_probability,
        alive.alive_probability * alive.order_probability_if_alive
            as order_probability,
        alive.quality_flag

    from alive

)

select * from probabilities
