-- One row: which churn figures may be shown, and why.
--
-- grain    one row
-- key      as_of_date
-- answers  Can the churn probability be trusted? Does it beat plain recency?
--
-- A probability is shown if at all three cut-offs its Brier skill is above zero
-- and every bin of a hundred clients lies within 0.10 of what came. Else the
-- recalibrated one, if it holds; else the rule status alone. Gaps are called
-- regular from 1.5 on: M = g1 / (g1 + g2) of the last two gaps of a client has
-- variance 1 / (4 (2k + 1)) for Erlang-k gaps.

with

clock as (

    select * from meta.clock

),

backtest as (

    select * from metrics.churn_backtest

),

cohort_fits as (

    select * from metrics.churn_cohort_fits

),

fits as (

    select * from metrics.churn_fits

),

recalibrations as (

    select * from metrics.churn_recalibrations

),

purchases as (

    select * from metrics.purchase_days

),

verdicts as (

    select
        count(*) filter (
            where backtest.method = 'model' and backtest.auc is not null
        ) as cut_off_count,
        count(*) filter (
            where backtest.method = 'model'
            and backtest.brier_skill > 0
            and coalesce(backtest.largest_calibration_error, 0) <= 0.1
        ) as model_pass_count,
        count(*) filter (
            where backtest.method = 'recalibrated'
            and backtest.brier_skill > 0
            and coalesce(backtest.largest_calibration_error, 0) <= 0.1
        ) as recalibrated_pass_count,
        count(*) filter (
            where backtest.method = 'model' and backtest.auc_difference_low > 0
        ) as better_than_recency_count,
        cast(
            sum(cast(backtest.auc as decimal(38, 15))) filter (
                where backtest.method = 'model'
            ) as double
        ) / nullif(
            cast(
                count(backtest.auc) filter (where backtest.method = 'model')
                as double
            ),
            0
        ) as model_auc,
        cast(
            sum(cast(backtest.auc as decimal(38, 15))) filter (
                where backtest.method = 'recency'
            ) as double
        ) / nullif(
            cast(
                count(backtest.auc) filter (where backtest.method = 'recency')
                as double
            ),
            0
        ) as recency_auc

    from backtest

),

current_fit as (

    select
        max(fits.model) filter (where fits.is_chosen) as model,
        max(fits.quality_flag) filter (where fits.is_chosen) as quality_flag,
        max(fits.client_count) filter (where fits.is_chosen) as client_count,
        max(fits.log_likelihood) filter (where fits.model = 'mbg')
            as mbg_log_likelihood,
        max(fits.log_likelihood) filter (where fits.model = 'bg')
            as bg_log_likelihood

    from fits
    where fits.cut_number = 0

),

current_cohorts as (

    select
        cast(
            count(*) filter (where cohort_fits.is_own) as bigint
        ) as cohort_fit_count,
        cast(count(*) as bigint) as cohort_count

    from cohort_fits
    where cohort_fits.cut_number = 0

),

current_recalibration as (

    select cast(count(*) as bigint) as recalibration_count

    from recalibrations
    where recalibrations.cut_number = 0

),

gap_shares as (

    select
        cast(purchases.open_gap_days as double)
        / nullif(
            cast(
                purchases.open_gap_days + purchases.previous_open_gap_days
                as double
            ),
            0
        ) as gap_share

    from purchases
    where purchases.is_newest and purchases.previous_open_gap_days is not null

),

gap_sums as (

    select
        count(*) as client_count,
        cast(
            sum(cast(gap_shares.gap_share as decimal(38, 18))) as double
        ) as share_sum,
        cast(
            sum(
                cast(
                    gap_shares.gap_share * gap_shares.gap_share
                    as decimal(38, 18)
                )
            ) as double
        ) as square_sum

    from gap_shares

),

newest_gaps as (

    select
        gap_sums.client_count,
        (
            gap_sums.square_sum
            - cast(gap_sums.share_sum as double) * gap_sums.share_sum
            / nullif(cast(gap_sums.client_count as double), 0)
        ) / nullif(cast(gap_sums.client_count - 1 as double), 0) as gap_variance

    from gap_sums

),

gate as (

    select
        clock.as_of_date,
        current_fit.model,
        case
            when coalesce(current_fit.quality_flag, 'fallback')
                not in ('ok', 'at_bound', 'not_identified')
                then 'rule'
            when verdicts.model_pass_count = 3 then 'model'
            when
                verdicts.recalibrated_pass_count = 3
                and current_recalibration.recalibration_count = 1
                then 'recalibrated'
            else 'rule'
        end as shown,
        case
            when coalesce(current_fit.quality_flag, 'fallback')
                not in ('ok', 'at_bound', 'not_identified')
                then 'no_fit'
            when verdicts.cut_off_count < 3 then 'short_history'
            when verdicts.model_pass_count = 3 then 'passed'
            when
                verdicts.recalibrated_pass_count = 3
                and current_recalibration.recalibration_count = 1
                then 'passed_recalibrated'
            else 'failed_backtest'
        end as reason,
        cast(verdicts.cut_off_count as bigint) as cut_off_count,
        cast(verdicts.model_pass_count as bigint) as model_pass_count,
        cast(verdicts.recalibrated_pass_count as bigint)
            as recalibrated_pass_count,
        cast(verdicts.better_than_recency_count as bigint)
            as better_than_recency_count,
        verdicts.cut_off_count = 3 and verdicts.better_than_recency_count = 3
            as is_better_than_recency,
        verdicts.model_auc,
        verdicts.recency_auc,
        current_fit.mbg_log_likelihood,
        current_fit.bg_log_likelihood,
        case
            when newest_gaps.client_count >= 30
                then
                    (1 - 4e0 * newest_gaps.gap_variance)
                    / nullif(8 * newest_gaps.gap_variance, 0)
        end as gap_regularity,
        current_cohorts.cohort_fit_count,
        current_cohorts.cohort_count,
        coalesce(current_fit.client_count, 0) as client_count,
        coalesce(current_fit.quality_flag, 'fallback') as quality_flag

    from clock
    cross join verdicts
    cross join current_fit
    cross join current_cohorts
    cross join current_recalibration
    cross join newest_gaps

)

select * from gate
