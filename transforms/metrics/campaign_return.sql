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
-- treated is all of them together. A campaign that begins after the as-of day
-- has no row, unless clients were assigned or orders name it.

with

settings as (

    select * from meta.settings

),

clock as (

    select * from meta.clock

),

campaigns as (

    select * from marts.campaigns

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

credits as (

    select * from metrics.campaign_credits

),

credits_per_campaign as (

    select
        credits.campaign_id,
        cast(sum(credits.credit) as double) as order_count,
        cast(sum(credits.net_amount) as decimal(38, 4)) as net_amount,
        case
            when count(*) = count(credits.margin_amount)
                then cast(sum(credits.margin_amount) as decimal(38, 4))
        end as margin_amount

    from credits
    group by 1

),

members_per_campaign as (

    select
        arms.campaign_id,
        cast(sum(arms.assigned_count) as bigint) as assigned_count,
        cast(sum(arms.sent_count) as bigint) as sent_count,
        cast(sum(arms.delivered_count) as bigint) as delivered_count,
        cast(sum(arms.opened_count) as bigint) as opened_count,
        cast(sum(arms.clicked_count) as bigint) as clicked_count,
        cast(sum(arms.responder_count) as bigint) as responder_count,
        case
            when count(*) = count(arms.last_assigned_date)
                then max(arms.last_assigned_date)
        end as last_assigned_date

    from arms
    where arms.arm_kind <> 'treated_arm'
    group by 1

),

campaigns_with_totals as (

    select
        campaigns.campaign_id,
        campaigns.name,
        campaigns.channel,
        campaigns.start_date,
        coalesce(members_per_campaign.assigned_count, 0) as assigned_count,
        coalesce(members_per_campaign.sent_count, 0) as sent_count,
        coalesce(members_per_campaign.delivered_count, 0) as delivered_count,
        coalesce(members_per_campaign.opened_count, 0) as opened_count,
        coalesce(members_per_campaign.clicked_count, 0) as clicked_count,
        coalesce(members_per_campaign.responder_count, 0) as responder_count,
        coalesce(
            date_diff(
                'day',
                case
                    when members_per_campaign.campaign_id is null
                        then coalesce(
                            campaigns.start_date, date '1900-01-01'
                        )
                    else members_per_campaign.last_assigned_date
                end,
                clock.as_of_date
            ) >= settings.attribution_window_days,
            false
        ) as is_window_closed,
        cast(settings.attribution_window_days as bigint) as window_days,
        case
            when
                campaigns.unit_cost_amount is not null
                or coalesce(members_per_campaign.sent_count, 0) = 0
                then cast(
                    campaigns.fixed_cost_amount
                    + coalesce(campaigns.unit_cost_amount, 0)
                    * coalesce(members_per_campaign.sent_count, 0)
                    + coalesce(campaigns.discount_cost_amount, 0)
                    as decimal(38, 4)
                )
        end as cost_amount,
        cast(members_per_campaign.responder_count as double)
        / nullif(cast(members_per_campaign.delivered_count as double), 0)
            as response_rate,
        coalesce(credits_per_campaign.order_count, 0) as attributed_order_count,
        cast(
            coalesce(credits_per_campaign.net_amount, 0) as decimal(38, 4)
        ) as attributed_amount,
        case
            when credits_per_campaign.campaign_id is null
                then cast(0 as decimal(38, 4))
            else credits_per_campaign.margin_amount
        end as attributed_margin_amount

    from campaigns
    cross join settings
    cross join clock
    left join members_per_campaign
        on campaigns.campaign_id = members_per_campaign.campaign_id
    left join credits_per_campaign
        on campaigns.campaign_id = credits_per_campaign.campaign_id
    where coalesce(campaigns.start_date <= clock.as_of_date, true)
        or members_per_campaign.campaign_id is not null
        or credits_per_campaign.campaign_id is not null

),

response_limits as (

    select
        campaigns_with_totals.campaign_id,
        (
            campaigns_with_totals.response_rate
            + power(1.959964e0, 2)
            / nullif(
                2 * cast(campaigns_with_totals.delivered_count as double), 0
            )
        ) / (
            1 + power(1.959964e0, 2)
            / nullif(cast(campaigns_with_totals.delivered_count as double), 0)
        ) as centre,
        1.959964e0 * sqrt(
            campaigns_with_totals.response_rate
            * (1 - campaigns_with_totals.response_rate)
            / nullif(cast(campaigns_with_totals.delivered_count as double), 0)
            + power(1.959964e0, 2)
            / (4 * power(
                cast(campaigns_with_totals.delivered_count as double), 2
            ))
        ) / (
            1 + power(1.959964e0, 2)
            / nullif(cast(campaigns_with_totals.delivered_count as double), 0)
        ) as half_width

    from campaigns_with_totals
    where campaigns_with_totals.delivered_count > 0

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
        campaigns_with_totals.campaign_id,
        coalesce(treated.assigned_count, 0) as treated_count,
        coalesce(control.assigned_count, 0) as control_count,
        treated.conversion_count as treated_conversion_count,
        treated.conversion_rate as treated_conversion_rate,
        treated.average_amount as treated_average_amount,
        sample_ratio_tests.chi_square,
        sample_ratio_tests.p_value,
        coalesce(sample_ratio_tests.is_failed, false) as is_failed

    from campaigns_with_totals
    left join arms as treated
        on campaigns_with_totals.campaign_id = treated.campaign_id
        and treated.arm_kind = 'all_treated'
    left join arms as control
        on campaigns_with_totals.campaign_id = control.campaign_id
        and control.arm_kind = 'control'
    left join sample_ratio_tests
        on campaigns_with_totals.campaign_id = sample_ratio_tests.campaign_id

),

verdicts as (

    select
        campaigns_with_totals.campaign_id,
        sample_ratios.is_failed as is_srm_failed,
        campaigns_with_totals.is_window_closed
        and not sample_ratios.is_failed as is_effect_shown,
        case
            when sample_ratios.is_failed then 'srm_fail'
            when not campaigns_with_totals.is_window_closed then 'window_open'
            when
                sample_ratios.control_count = 0
                or sample_ratios.treated_count = 0
                then 'no_control'
            when
                sample_ratios.control_count < 30
                or sample_ratios.treated_count < 30
                then 'low_n'
            when campaigns_with_totals.cost_amount is null then 'no_cost'
            else 'ok'
        end as quality_flag

    from campaigns_with_totals
    inner join sample_ratios
        on campaigns_with_totals.campaign_id = sample_ratios.campaign_id

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
        campaigns_with_totals.campaign_id,
        campaigns_with_totals.name,
        campaigns_with_totals.channel,
        campaigns_with_totals.start_date,
        campaigns_with_totals.assigned_count,
        sample_ratios.treated_count,
        sample_ratios.control_count,
        campaigns_with_totals.sent_count,
        campaigns_with_totals.delivered_count,
        campaigns_with_totals.opened_count,
        campaigns_with_totals.clicked_count,
        campaigns_with_totals.responder_count,
        campaigns_with_totals.response_rate,
        case
            when campaigns_with_totals.response_rate = 0 then 0e0
            else response_limits.centre - response_limits.half_width
        end as response_lower,
        case
            when campaigns_with_totals.response_rate = 1 then 1e0
            else response_limits.centre + response_limits.half_width
        end as response_upper,
        campaigns_with_totals.cost_amount is not null as is_cost_complete,
        campaigns_with_totals.cost_amount,
        cast(campaigns_with_totals.cost_amount as double)
        / nullif(cast(campaigns_with_totals.responder_count as double), 0)
            as cost_per_response,
        campaigns_with_totals.attributed_order_count,
        campaigns_with_totals.attributed_amount,
        campaigns_with_totals.attributed_margin_amount,
        cast(campaigns_with_totals.attributed_amount as double)
        / nullif(cast(campaigns_with_totals.cost_amount as double), 0) as roas,
        (
            cast(campaigns_with_totals.attributed_margin_amount as double)
            - cast(campaigns_with_totals.cost_amount as double)
        )
        / nullif(cast(campaigns_with_totals.cost_amount as double), 0) as roi,
        campaigns_with_totals.window_days,
        campaigns_with_totals.is_window_closed,
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
        / nullif(cast(campaigns_with_totals.cost_amount as double), 0)
            as iroas,
        cast(revenue.lower_amount as double)
        / nullif(cast(campaigns_with_totals.cost_amount as double), 0)
            as iroas_lower,
        cast(revenue.upper_amount as double)
        / nullif(cast(campaigns_with_totals.cost_amount as double), 0)
            as iroas_upper,
        margin.added_amount as incremental_margin_amount,
        margin.lower_amount as incremental_margin_lower,
        margin.upper_amount as incremental_margin_upper,
        (
            cast(margin.added_amount as double)
            - cast(campaigns_with_totals.cost_amount as double)
        ) / nullif(cast(campaigns_with_totals.cost_amount as double), 0)
            as incremental_roi,
        (
            cast(margin.lower_amount as double)
            - cast(campaigns_with_totals.cost_amount as double)
        ) / nullif(cast(campaigns_with_totals.cost_amount as double), 0)
            as incremental_roi_lower,
        (
            cast(margin.upper_amount as double)
            - cast(campaigns_with_totals.cost_amount as double)
        ) / nullif(cast(campaigns_with_totals.cost_amount as double), 0)
            as incremental_roi_upper,
        sample_ratios.chi_square as srm_chi_square,
        sample_ratios.p_value as srm_p,
        verdicts.is_srm_failed,
        verdicts.quality_flag

    from campaigns_with_totals
    inner join sample_ratios
        on campaigns_with_totals.campaign_id = sample_ratios.campaign_id
    inner join verdicts
        on campaigns_with_totals.campaign_id = verdicts.campaign_id
    left join response_limits
        on campaigns_with_totals.campaign_id = response_limits.campaign_id
    left join conversions
        on campaigns_with_totals.campaign_id = conversions.campaign_id
    left join increments as revenue
        on campaigns_with_totals.campaign_id = revenue.campaign_id
        and revenue.measure = 'amount'
    left join increments as margin
        on campaigns_with_totals.campaign_id = margin.campaign_id
        and margin.measure = 'margin'

)

select * from returns_per_campaign
