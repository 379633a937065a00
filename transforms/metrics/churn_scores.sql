-- One row per cut-off and client: all scores that are compared, and the truth.
--
-- grain    cut-off, client
-- key      cut_number, client_id
-- answers  What did each method say, and what happened?

with

base as (

    select * from metrics.churn_base

),

probabilities as (

    select * from metrics.churn_probabilities

),

recalibrations as (

    select * from metrics.churn_recalibrations

),

baselines as (

    select * from metrics.churn_baseline_fits

),

scores as (

    select
        base.cut_number,
        base.client_id,
        base.repeat_count,
        base.days_since_last,
        cast(base.days_since_last - base.closed_days_since_last as double)
        / nullif(base.median_gap_days, 0) as overdue_ratio,
        probabilities.alive_probability,
        probabilities.order_probability,
        recalibrations.intercept + recalibrations.slope
        * ln(
            case
                when probabilities.order_probability < 1e-6 then 1e-6
                when probabilities.order_probability > 0.999999e0
                    then 0.999999e0
                else probabilities.order_probability
            end
            / (
                1e0 - case
                    when probabilities.order_probability < 1e-6 then 1e-6
                    when probabilities.order_probability > 0.999999e0
                        then 0.999999e0
                    else probabilities.order_probability
                end
            )
        ) as recalibrated_logit,
        baselines.intercept
        + baselines.repeat_weight * ln(1e0 + cast(base.repeat_count as double))
        + baselines.recency_weight
        * ln(1e0 + cast(base.days_since_last as double))
        + baselines.age_weight * ln(1e0 + cast(base.age_days as double))
        + baselines.repeater_weight
        * case when base.repeat_count > 0 then 1e0 else 0e0 end
        + baselines.spend_weight * ln(
            1e0 + case
                when base.net_amount > 0 then cast(base.net_amount as double)
                else 0e0
            end
        ) as logistic_logit,
        probabilities.quality_flag as model_flag,
        probabilities.fit_basis,
        probabilities.fitted_client_count,
        base.later_purchase_count

    from base
    left join probabilities
        on base.cut_number = probabilities.cut_number
        and base.client_id = probabilities.client_id
    left join recalibrations
        on base.cut_number = recalibrations.cut_number
    left join baselines
        on base.cut_number = baselines.cut_number
    where base.cut_number <= 3

),

scores_as_probabilities as (

    select
        scores.cut_number,
        scores.client_id,
        scores.repeat_count,
        scores.days_since_last,
        scores.overdue_ratio,
        scores.alive_probability,
        scores.order_probability,
        1 / (
            1e0 + exp(
                case
                    when scores.recalibrated_logit < -700 then 700e0
                    else -scores.recalibrated_logit
                end
            )
        ) as recalibrated_probability,
        1 / (
            1e0 + exp(
                case
                    when scores.logistic_logit < -700 then 700e0
                    else -scores.logistic_logit
                end
            )
        ) as logistic_probability,
        scores.model_flag,
        scores.fit_basis,
        scores.fitted_client_count,
        scores.later_purchase_count,
        scores.later_purchase_count > 0 as has_ordered

    from scores

)

select * from scores_as_probabilities
