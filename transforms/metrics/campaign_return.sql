-- One row per campaign: cost, response, attributed and incremental revenue.
--
-- grain    campaign
-- key      campaign_id
-- answers  Which campaigns paid back? Which of them changed what clients do?
--
-- Attributed figures follow the rule of the settings and are no effect. The
-- effect is treated less control, as assigned: conversion with Newcombe's
-- interval, revenue and gross margin with Welch's, each measured by itself
-- (metrics.campaign_differences). It is read only after the window has closed
-- for everyone, and not when the sizes of the arms stray from the design
-- (metrics.campaign_sample_ratios). Where a campaign has several treated arms,
-- treated is all of them together. Cost, response and credit are those of
-- metrics.campaign_totals.

with

campaign_totals as (

    select * from metrics.campaign_totals

),

arms as (

    select * from metrics.campaign_arms

),

sample_ratio_tests as (

    select * from metrics.campaign_sample_ratios

),

differences as (

    select * from metrics.campaign_differences

),

conversions as (

    select
        treated.campaign_id,
        control.conversion_count as control_conversion_count,
        control.conversion_rate as control_conversion_rate,
        treated.conversion_rate - control.conversion_rate as lift,
        sqrt(
            power(treated.conversion_rate - treated.conversion_lower, 2)
            + power(control.conversion_upper - control.conversion_rate, 2)
        ) as lift_below,
        sqrt(
            power(treated.conversion_upper - treated.conversion_rate, 2)
            + power(control.conversion_rate - control.conversion_lower, 2)
        ) as lift_above

    from arms as treated
    inner join arms as control
        on treated.campaign_id = control.campaign_id
        and control.arm_kind = 'control'
    where treated.arm_kind = 'all_treated'

),

sample_ratios as (

    select
        campaign_totals.campaign_id,
        coalesce(treated.assigned_count, 0) as treated_count,
        coalesce(control.assigned_count, 0) as control_count,
        treated.conversion_count as treated_conversion_count,
        treated.conversion_rate as treated_conversion_rate,
        treated.average_amount as treated_average_amount,
        sample_ratio_tests.chi_square,
        sample_ratio_tests.p_value,
        coalesce(sample_ratio_tests.is_failed, false) as is_failed

    from campaign_totals
    left join arms as treated
        on campaign_totals.campaign_id = treated.campaign_id
        and treated.arm_kind = 'all_treated'
    left join arms as control
        on campaign_totals.campaign_id = control.campaign_id
        and control.arm_kind = 'control'
    left join sample_ratio_tests
        on campaign_totals.campaign_id = sample_ratio_tests.campaign_id

),

verdicts as (

    select
        campaign_totals.campaign_id,
        sample_ratios.is_failed as is_srm_failed,
        campaign_totals.is_window_closed
        and not sample_ratios.is_failed as is_effect_shown,
        case
            when sample_ratios.is_failed then 'srm_fail'
            when not campaign_totals.is_window_closed then 'window_open'
            when
                sample_ratios.control_count = 0
                or sample_ratios.treated_count = 0
                then 'no_control'
            when
                sample_ratios.control_count < 30
                or sample_ratios.treated_count < 30
                then 'low_n'
            when campaign_totals.cost_amount is null then 'no_cost'
            else 'ok'
        end as quality_flag

    from campaign_totals
    inner join sample_ratios
        on campaign_totals.campaign_id = sample_ratios.campaign_id

),

increments as (

    select
        differences.campaign_id,
        differences.measure,
        differences.control_average,
        cast(differences.treated_count as double)
        * differences.difference as added_amount,
        cast(differences.treated_count as double)
        * (differences.difference - differences.half_width) as lower_amount,
        cast(differences.treated_count as double)
        * (differences.difference + differences.half_width) as upper_amount

    from differences
    inner join verdicts on differences.campaign_id = verdicts.campaign_id
    where verdicts.is_effect_shown

),

returns_per_campaign as (

    select
        campaign_totals.campaign_id,
        campaign_totals.name,
        campaign_totals.channel,
        campaign_totals.start_date,
        campaign_totals.assigned_count,
        sample_ratios.treated_count,
        sample_ratios.control_count,
        campaign_totals.sent_count,
        campaign_totals.delivered_count,
        campaign_totals.opened_count,
        campaign_totals.clicked_count,
        campaign_totals.responder_count,
        campaign_totals.response_rate,
        campaign_totals.response_lower,
        campaign_totals.response_upper,
        campaign_totals.cost_amount is not null as is_cost_complete,
        campaign_totals.cost_amount,
        cast(campaign_totals.cost_amount as double)
        / nullif(cast(campaign_totals.responder_count as double), 0)
            as cost_per_response,
        campaign_totals.attributed_order_count,
        campaign_totals.attributed_amount,
        campaign_totals.attributed_margin_amount,
        cast(campaign_totals.attributed_amount as double)
        / nullif(cast(campaign_totals.cost_amount as double), 0) as roas,
        (
            cast(campaign_totals.attributed_margin_amount as double)
            - cast(campaign_totals.cost_amount as double)
        )
        / nullif(cast(campaign_totals.cost_amount as double), 0) as roi,
        campaign_totals.window_days,
        campaign_totals.is_window_closed,
        case
            when verdicts.is_effect_shown
                then sample_ratios.treated_conversion_count
        end as treated_conversion_count,
        case
            when verdicts.is_effect_shown
                then conversions.control_conversion_count
        end as control_conversion_count,
        case
            when verdicts.is_effect_shown
                then sample_ratios.treated_conversion_rate
        end as treated_conversion_rate,
        case
            when verdicts.is_effect_shown
                then conversions.control_conversion_rate
        end as control_conversion_rate,
        case
            when verdicts.is_effect_shown then conversions.lift
        end as conversion_lift,
        case
            when verdicts.is_effect_shown
                then conversions.lift - conversions.lift_below
        end as conversion_lift_lower,
        case
            when verdicts.is_effect_shown
                then conversions.lift + conversions.lift_above
        end as conversion_lift_upper,
        case
            when verdicts.is_effect_shown
                then sample_ratios.treated_average_amount
        end as treated_average_amount,
        revenue.control_average as control_average_amount,
        revenue.added_amount as incremental_amount,
        revenue.lower_amount as incremental_lower,
        revenue.upper_amount as incremental_upper,
        cast(revenue.added_amount as double)
        / nullif(cast(campaign_totals.cost_amount as double), 0)
            as iroas,
        cast(revenue.lower_amount as double)
        / nullif(cast(campaign_totals.cost_amount as double), 0)
            as iroas_lower,
        cast(revenue.upper_amount as double)
        / nullif(cast(campaign_totals.cost_amount as double), 0)
            as iroas_upper,
        margin.added_amount as incremental_margin_amount,
        margin.lower_amount as incremental_margin_lower,
        margin.upper_amount as incremental_margin_upper,
        (
            cast(margin.added_amount as double)
            - cast(campaign_totals.cost_amount as double)
        ) / nullif(cast(campaign_totals.cost_amount as double), 0)
            as incremental_roi,
        (
            cast(margin.lower_amount as double)
            - cast(campaign_totals.cost_amount as double)
        ) / nullif(cast(campaign_totals.cost_amount as double), 0)
            as incremental_roi_lower,
        (
            cast(margin.upper_amount as double)
            - cast(campaign_totals.cost_amount as double)
        ) / nullif(cast(campaign_totals.cost_amount as double), 0)
            as incremental_roi_upper,
        sample_ratios.chi_square as srm_chi_square,
        sample_ratios.p_value as srm_p,
        verdicts.is_srm_failed,
        verdicts.quality_flag

    from campaign_totals
    inner join sample_ratios
        on campaign_totals.campaign_id = sample_ratios.campaign_id
    inner join verdicts
        on campaign_totals.campaign_id = verdicts.campaign_id
    left join conversions
        on campaign_totals.campaign_id = conversions.campaign_id
    left join increments as revenue
        on campaign_totals.campaign_id = revenue.campaign_id
        and revenue.measure = 'amount'
    left join increments as margin
        on campaign_totals.campaign_id = margin.campaign_id
        and margin.measure = 'margin'

)

select * from returns_per_campaign
