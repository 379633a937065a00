-- One row per back-test cut-off and method: how well it told who would order.
--
-- grain    cut-off, method
-- key      cut_number, method
-- answers  Does the churn model tell more than the days since the last order?
--
-- Area under the curve counts ties half. Its difference to recency and the 95 %
-- limits are DeLong's, which is what a paired bootstrap over clients tends to.
-- Brier skill is against the rate of orders one horizon earlier.

with

scores as (

    select * from metrics.churn_scores

),

ranks as (

    select * from metrics.churn_score_ranks

),

cut_offs as (

    select * from metrics.churn_cut_offs

),

base as (

    select * from metrics.churn_base

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

training_rates as (

    select
        base.cut_number - 1 as cut_number,
        avg(case when base.later_purchase_count > 0 then 1e0 else 0e0 end)
            as training_order_rate

    from base
    where base.cut_number >= 2
    group by 1

),

areas as (

    select
        ranks.cut_number,
        ranks.method,
        max(ranks.all_client_count) as client_count,
        max(ranks.all_ordered_count) as ordered_client_count,
        sum(
            cast(ranks.ordered_client_count as double) * (
                cast(
                    ranks.clients_below_count - ranks.ordered_below_count
                    as double
                )
                + cast(
                    ranks.client_count - ranks.ordered_client_count as double
                ) / 2
            )
        ) / nullif(
            max(cast(ranks.all_ordered_count as double)) * max(
                cast(
                    ranks.all_client_count - ranks.all_ordered_count as double
                )
            ),
            0
        ) as auc,
        cast(sum(cast(
            cast(ranks.ordered_client_count as double)
            * case
                when
                    ranks.all_client_count - ranks.clients_below_count
                    <= cast(ranks.all_client_count as double) / 10
                    then 1e0
                when
                    ranks.all_client_count - ranks.clients_below_count
                    - ranks.client_count
                    >= cast(ranks.all_client_count as double) / 10
                    then 0e0
                else
                    (
                        cast(ranks.all_client_count as double) / 10
                        - cast(
                            ranks.all_client_count - ranks.clients_below_count
                            - ranks.client_count as double
                        )
                    ) / nullif(cast(ranks.client_count as double), 0)
            end as decimal(38, 12)
        )) as double) / nullif(
            max(cast(ranks.all_ordered_count as double)) / 10, 0
        )
            as top_decile_lift

    from ranks
    group by 1, 2

),

placements as (

    select
        scores.cut_number,
        scores.has_ordered,
        case
            when scores.has_ordered
                then
                    (
                        cast(
                            model_ranks.clients_below_count
                            - model_ranks.ordered_below_count as double
                        ) + cast(
                            model_ranks.client_count
                            - model_ranks.ordered_client_count as double
                        ) / 2
                    ) - (
                        cast(
                            recency_ranks.clients_below_count
                            - recency_ranks.ordered_below_count as double
                        ) + cast(
                            recency_ranks.client_count
                            - recency_ranks.ordered_client_count as double
                        ) / 2
                    )
            else
                (
                    cast(recency_ranks.ordered_below_count as double)
                    + cast(recency_ranks.ordered_client_count as double) / 2
                ) - (
                    cast(model_ranks.ordered_below_count as double)
                    + cast(model_ranks.ordered_client_count as double) / 2
                )
        end / nullif(
            case
                when scores.has_ordered
                    then
                        cast(
                            model_ranks.all_client_count
                            - model_ranks.all_ordered_count as double
                        )
                else cast(model_ranks.all_ordered_count as double)
            end,
            0
        ) as placement_difference

    from scores
    inner join ranks as model_ranks
        on scores.cut_number = model_ranks.cut_number
        and model_ranks.method = 'model'
        and scores.order_probability = model_ranks.score
    inner join ranks as recency_ranks
        on scores.cut_number = recency_ranks.cut_number
        and recency_ranks.method = 'recency'
        and cast(-scores.days_since_last as double) = recency_ranks.score

),

placement_sums as (

    select
        placements.cut_number,
        placements.has_ordered,
        cast(count(*) as double) as client_count,
        cast(
            sum(cast(placements.placement_difference as decimal(38, 18)))
            as double
        ) as difference_sum,
        cast(
            sum(
                cast(
                    placements.placement_difference
                    * placements.placement_difference as decimal(38, 18)
                )
            ) as double
        ) as square_sum

    from placements
    group by 1, 2

),

placement_variances as (

    select
        placement_sums.cut_number,
        placement_sums.has_ordered,
        cast(placement_sums.difference_sum as double)
        / nullif(placement_sums.client_count, 0) as mean_difference,
        (
            placement_sums.square_sum
            - cast(placement_sums.difference_sum as double)
            * placement_sums.difference_sum
            / nullif(placement_sums.client_count, 0)
        )
        / nullif(placement_sums.client_count - 1e0, 0)
        / nullif(placement_sums.client_count, 0) as error_square

    from placement_sums

),

area_differences as (

    select
        hits.cut_number,
        hits.mean_difference as auc_difference,
        sqrt(
            case
                when hits.error_square + misses.error_square > 0
                    then hits.error_square + misses.error_square
                when hits.error_square is not null then 0e0
            end
        ) as auc_difference_error

    from placement_variances as hits
    inner join placement_variances as misses
        on hits.cut_number = misses.cut_number
        and not misses.has_ordered
    where hits.has_ordered

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
        areas.cut_number,
        areas.method,
        areas.method as rank_method,
        areas.client_count,
        areas.ordered_client_count,
        areas.auc,
        areas.top_decile_lift

    from areas

    union all

    select
        areas.cut_number,
        'recalibrated' as method,
        areas.method as rank_method,
        areas.client_count,
        areas.ordered_client_count,
        areas.auc,
        areas.top_decile_lift

    from areas
    where areas.method = 'model'

),

briers as (

    select
        methods.cut_number,
        methods.method,
        methods.rank_method,
        methods.client_count,
        methods.ordered_client_count,
        methods.auc,
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
        case
            when briers.rank_method = 'model'
                then area_differences.auc_difference
        end as auc_difference,
        case
            when briers.rank_method = 'model'
                then
                    area_differences.auc_difference
                    - 1.959964e0 * area_differences.auc_difference_error
        end as auc_difference_low,
        case
            when briers.rank_method = 'model'
                then
                    area_differences.auc_difference
                    + 1.959964e0 * area_differences.auc_difference_error
        end as auc_difference_high,
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
    left join area_differences
        on briers.cut_number = area_differences.cut_number
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
