-- One row per back-test cut-off: the mean squared errors of the probabilities
-- (Brier), beside that of the rate of orders one horizon earlier.
--
-- grain    cut-off
-- key      cut_number
-- answers  How far from what happened were the promised probabilities?

with

scores as (

    select * from metrics.churn_scores

),

base as (

    select * from metrics.churn_base

),

training_rates as (

    select
        base.cut_number - 1 as cut_number,
        avg(case when base.later_purchase_count > 0 then 1e0 else 0e0 end)
            as training_order_rate

    from base
    where base.cut_number >= 2
    group by 1

),

squared_errors as (

    select
        scores.cut_number,
        training_rates.training_order_rate,
        scores.later_purchase_count,
        power(
            training_rates.training_order_rate
            - case when scores.has_ordered then 1e0 else 0e0 end,
            2
        ) as base_error,
        power(
            scores.order_probability
            - case when scores.has_ordered then 1e0 else 0e0 end,
            2
        ) as model_error,
        power(
            scores.recalibrated_probability
            - case when scores.has_ordered then 1e0 else 0e0 end,
            2
        ) as recalibrated_error,
        power(
            scores.logistic_probability
            - case when scores.has_ordered then 1e0 else 0e0 end,
            2
        ) as logistic_error

    from scores
    left join training_rates
        on scores.cut_number = training_rates.cut_number
    where scores.cut_number > 0

),

errors as (

    select
        squared_errors.cut_number,
        squared_errors.training_order_rate,
        cast(
            sum(cast(squared_errors.base_error as decimal(38, 18)))
            as double
        ) / nullif(
            cast(count(squared_errors.base_error) as double), 0
        ) as base_brier,
        cast(
            sum(cast(squared_errors.model_error as decimal(38, 18)))
            as double
        ) / nullif(
            cast(count(squared_errors.model_error) as double), 0
        ) as model_brier,
        cast(
            sum(cast(squared_errors.recalibrated_error as decimal(38, 18)))
            as double
        ) / nullif(
            cast(count(squared_errors.recalibrated_error) as double), 0
        ) as recalibrated_brier,
        cast(
            sum(cast(squared_errors.logistic_error as decimal(38, 18)))
            as double
        ) / nullif(
            cast(count(squared_errors.logistic_error) as double), 0
        ) as logistic_brier,
        cast(
            sum(squared_errors.later_purchase_count) as bigint
        ) as actual_order_count

    from squared_errors
    group by 1, 2

)

select * from errors
