-- One row per back-test cut-off and method: how well it told who would order.
--
-- grain    cut-off, method
-- key      cut_number, method
-- answers  Does the churn model tell more than the days since the last order?
--
-- Recalibrated probabilities rank clients as those of the model do. Brier skill
-- is against the rate of orders one horizon earlier.

with

ranks as (

    select * from metrics.churn_score_ranks

),

ranking as (

    select * from metrics.churn_ranking

),

errors as (

    select * from metrics.churn_errors

),

cut_offs as (

    select * from metrics.churn_cut_offs

),

fits as (

    select * from metrics.churn_fits

),

cohort_fits as (

    select * from metrics.churn_cohort_fits

),

expected_orders as (

    select
        cohort_fits.cut_number,
        case
            when
                count(cohort_fits.expected_order_count) = count(*)
                then cast(
                    sum(
                        cast(
                            cohort_fits.expected_order_count as decimal(38, 9)
                        )
                    ) as double
                )
        end as expected_order_count

    from cohort_fits
    group by 1

),

calibration as (

    select * from metrics.churn_calibration

),

calibration_errors as (

    select
        calibration.cut_number,
        calibration.variant,
        cast(
            sum(
                cast(
                    cast(calibration.client_count as double)
                    * abs(calibration.difference) as decimal(38, 15)
                )
            ) as double
        ) / nullif(sum(cast(calibration.client_count as double)), 0)
            as expected_calibration_error,
        max(
            case
                when calibration.client_count >= 100
                    then abs(calibration.difference)
            end
        ) as largest_calibration_error

    from calibration
    group by 1, 2

),

log_losses as (

    select
        ranks.cut_number,
        ranks.method,
        -cast(sum(cast(
            cast(ranks.ordered_client_count as double) * ln(
                case
                    when ranks.score < 1e-6 then 1e-6
                    when ranks.score > 0.999999e0 then 0.999999e0
                    else ranks.score
                end
            )
            + cast(
                ranks.client_count - ranks.ordered_client_count as double
            ) * ln(
                1e0 - case
                    when ranks.score < 1e-6 then 1e-6
                    when ranks.score > 0.999999e0 then 0.999999e0
                    else ranks.score
                end
            ) as decimal(38, 15)
        )) as double) / nullif(sum(cast(ranks.client_count as double)), 0)
            as log_loss

    from ranks
    where ranks.method in ('model', 'logistic')
    group by 1, 2

),

methods as (

    select
        ranking.cut_number,
        ranking.method,
        ranking.client_count,
        ranking.ordered_client_count,
        ranking.auc,
        ranking.auc_difference,
        ranking.auc_difference_error,
        ranking.top_decile_lift

    from ranking

    union all

    select
        ranking.cut_number,
        'recalibrated' as method,
        ranking.client_count,
        ranking.ordered_client_count,
        ranking.auc,
        ranking.auc_difference,
        ranking.auc_difference_error,
        ranking.top_decile_lift

    from ranking
    where ranking.method = 'model'

),

briers as (

    select
        methods.cut_number,
        methods.method,
        methods.client_count,
        methods.ordered_client_count,
        methods.auc,
        methods.auc_difference,
        methods.auc_difference_error,
        methods.top_decile_lift,
        errors.base_brier,
        case methods.method
            when 'model' then errors.model_brier
            when 'recalibrated' then errors.recalibrated_brier
            when 'logistic' then errors.logistic_brier
            when 'base_rate' then errors.base_brier
        end as brier_score,
        errors.actual_order_count

    from methods
    left join errors
        on methods.cut_number = errors.cut_number

),

backtest as (

    select
        briers.cut_number,
        briers.method,
        cut_offs.cut_date,
        cut_offs.horizon_days,
        briers.client_count,
        briers.ordered_client_count,
        cast(briers.ordered_client_count as double)
        / nullif(cast(briers.client_count as double), 0) as order_rate,
        briers.auc,
        briers.auc_difference,
        briers.auc_difference
        - 1.959964e0 * briers.auc_difference_error as auc_difference_low,
        briers.auc_difference
        + 1.959964e0 * briers.auc_difference_error as auc_difference_high,
        briers.brier_score,
        1 - cast(briers.brier_score as double)
        / nullif(briers.base_brier, 0) as brier_skill,
        log_losses.log_loss,
        briers.top_decile_lift,
        calibration_errors.expected_calibration_error,
        calibration_errors.largest_calibration_error,
        case
            when briers.method = 'model'
                then expected_orders.expected_order_count
        end as expected_order_count,
        briers.actual_order_count,
        case
            when briers.auc is null then 'one_outcome'
            when briers.method in ('model', 'recalibrated')
                then fits.quality_flag
            when briers.client_count < 500 then 'low_n'
            else 'ok'
        end as quality_flag

    from briers
    inner join cut_offs
        on briers.cut_number = cut_offs.cut_number
    left join log_losses
        on briers.cut_number = log_losses.cut_number
        and briers.method = log_losses.method
    left join calibration_errors
        on briers.cut_number = calibration_errors.cut_number
        and briers.method = calibration_errors.variant
    left join fits
        on briers.cut_number = fits.cut_number
        and fits.is_chosen
    left join expected_orders
        on briers.cut_number = expected_orders.cut_number
    where briers.method <> 'recalibrated' or briers.brier_score is not null

)

select * from backtest
