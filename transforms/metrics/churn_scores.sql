-- One row per cut-off and client: all scores that are compared, and the truth.
--
-- grain    cut-off, client
-- key      cut_number, client_id
-- answers  What did each method say, and what happened?

with

features as (

    select * from metrics.churn_features

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
        features.cut_number,
        features.client_id,
        features.repeat_count,
        features.days_since_last,
        cast(
            features.days_since_last - features.closed_days_since_last as double
        )
        / nullif(features.median_gap_days, 0) as overdue_ratio,
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
        + baselines.repeat_weight * features.repeat_feature
        + baselines.recency_weight * features.recency_feature
        + baselines.age_weight * features.age_feature
        + baselines.repeater_weight * features.repeater_feature
        + baselines.spend_weight * features.spend_feature as logistic_logit,
        probabilities.quality_flag as model_flag,
        probabilities.fit_basis,
        probabilities.fitted_client_count,
        features.later_purchase_count

    from features
    left join probabilities
        on features.cut_number = probabilities.cut_number
        and features.client_id = probabilities.client_id
    left join recalibrations
        on features.cut_number = recalibrations.cut_number
    left join baselines
        on features.cut_number = baselines.cut_number
    where features.cut_number <= 3

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
