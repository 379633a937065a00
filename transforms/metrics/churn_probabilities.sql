-- One row per cut-off and client: what the purchase model says of it.
--
-- grain    cut-off, client
-- key      cut_number, client_id
-- answers  How likely does a client order in the horizon?
--
-- Clients first won in a year have the parameters of their own fit where that
-- is better than the one of all. Exact formulas of BG/NBD and MBG/NBD: who has
-- not left orders with 1 - ((alpha + T) / (alpha + T + t)) ^ (r + x). Powers go
-- through logarithms, and the odds of having left are held below e^700.

with

base as (

    select * from metrics.churn_base

),

fits as (

    select * from metrics.churn_fits

),

cohort_fits as (

    select * from metrics.churn_cohort_fits

),

cut_offs as (

    select * from metrics.churn_cut_offs

),

base_with_fits as (

    select
        base.cut_number,
        base.client_id,
        base.repeat_count,
        base.recency_days,
        base.age_days,
        fits.model,
        case when cohort_fits.r is null then fits.quality_flag else 'ok' end
            as quality_flag,
        case when cohort_fits.r is null then 'pooled' else 'cohort' end
            as fit_basis,
        coalesce(cohort_fits.client_count, fits.client_count)
            as fitted_client_count,
        coalesce(cohort_fits.r, fits.r) as rate_shape,
        coalesce(cohort_fits.alpha_weeks, fits.alpha_weeks) as alpha_weeks,
        coalesce(cohort_fits.a, fits.a) as leaving_shape,
        coalesce(cohort_fits.b, fits.b) as staying_shape

    from base
    inner join fits
        on base.cut_number = fits.cut_number
        and fits.is_chosen
        and fits.r is not null
    left join cohort_fits
        on base.cut_number = cohort_fits.cut_number
        and base.cohort_year = cohort_fits.cohort_year
        and cohort_fits.is_own

),

terms as (

    select
        base_with_fits.cut_number,
        base_with_fits.client_id,
        base_with_fits.model,
        base_with_fits.quality_flag,
        base_with_fits.fit_basis,
        base_with_fits.fitted_client_count,
        base_with_fits.repeat_count,
        base_with_fits.rate_shape
        + cast(base_with_fits.repeat_count as double) as shape,
        base_with_fits.alpha_weeks
        + cast(base_with_fits.recency_days as double) / 7 as last_weeks,
        base_with_fits.alpha_weeks
        + cast(base_with_fits.age_days as double) / 7 as end_weeks,
        cast(cut_offs.horizon_days as double) / 7 as horizon_weeks,
        base_with_fits.leaving_shape,
        base_with_fits.staying_shape
        + cast(base_with_fits.repeat_count as double)
        - case when base_with_fits.model = 'bg' then 1e0 else 0e0 end
            as left_divisor

    from base_with_fits
    inner join cut_offs
        on base_with_fits.cut_number = cut_offs.cut_number

),

log_odds as (

    select
        terms.cut_number,
        terms.client_id,
        terms.quality_flag,
        terms.fit_basis,
        terms.fitted_client_count,
        terms.model = 'bg' and terms.repeat_count = 0 as is_surely_alive,
        case
            when terms.model = 'bg' and terms.repeat_count = 0 then 0e0
            else
                terms.shape * ln(
                    cast(terms.end_weeks as double)
                    / nullif(terms.last_weeks, 0)
                )
                + ln(
                    cast(terms.leaving_shape as double)
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
        log_odds.fit_basis,
        log_odds.fitted_client_count,
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
        alive.fit_basis,
        alive.fitted_client_count,
        alive.quality_flag

    from alive

)

select * from probabilities
