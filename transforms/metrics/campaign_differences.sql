-- One row per campaign with a control, and measure: what all treated clients
-- brought in the window less what control did, per client assigned.
--
-- grain    campaign, measure (revenue, or gross margin)
-- key      campaign_id, measure
-- answers  How much more does a treated client bring than one held out?
--
-- Welch's interval at 95 %, its t quantile by the expansion of Fisher and
-- Cornish, from 3 degrees of freedom on. A margin is told only where the cost
-- of every order in the window is known, in both arms.

with

arms as (

    select * from metrics.campaign_arms

),

outcomes as (

    select
        arms.campaign_id,
        arms.arm_kind,
        'amount' as measure,
        arms.assigned_count,
        arms.average_amount as average,
        arms.amount_variance as variance

    from arms
    where arms.arm_kind <> 'treated_arm'

    union all

    select
        arms.campaign_id,
        arms.arm_kind,
        'margin' as measure,
        arms.assigned_count,
        arms.average_margin_amount as average,
        arms.margin_variance as variance

    from arms
    where
        arms.arm_kind <> 'treated_arm'
        and arms.average_margin_amount is not null

),

errors as (

    select
        outcomes.campaign_id,
        outcomes.arm_kind,
        outcomes.measure,
        outcomes.assigned_count,
        outcomes.average,
        cast(outcomes.variance as double)
        / nullif(cast(outcomes.assigned_count as double), 0) as squared_error

    from outcomes

),

arms_side_by_side as (

    select
        treated.campaign_id,
        treated.measure,
        treated.assigned_count as treated_count,
        control.assigned_count as control_count,
        treated.average as treated_average,
        control.average as control_average,
        treated.squared_error + control.squared_error as squared_error,
        power(treated.squared_error, 2)
        / nullif(cast(treated.assigned_count - 1 as double), 0)
        + power(control.squared_error, 2)
        / nullif(cast(control.assigned_count - 1 as double), 0)
            as squared_error_spread

    from errors as treated
    inner join errors as control
        on
            treated.campaign_id = control.campaign_id
            and treated.measure = control.measure
            and control.arm_kind = 'control'
    where treated.arm_kind = 'all_treated'

),

comparisons as (

    select
        arms_side_by_side.campaign_id,
        arms_side_by_side.measure,
        arms_side_by_side.treated_count,
        arms_side_by_side.control_count,
        arms_side_by_side.treated_average,
        arms_side_by_side.control_average,
        arms_side_by_side.treated_average
        - arms_side_by_side.control_average as difference,
        sqrt(arms_side_by_side.squared_error) as standard_error,
        cast(power(arms_side_by_side.squared_error, 2) as double)
        / nullif(arms_side_by_side.squared_error_spread, 0)
            as degrees_of_freedom

    from arms_side_by_side

),

differences as (

    select
        comparisons.campaign_id,
        comparisons.measure,
        comparisons.treated_count,
        comparisons.control_count,
        comparisons.treated_average,
        comparisons.control_average,
        comparisons.difference,
        comparisons.standard_error,
        comparisons.degrees_of_freedom,
        case
            when comparisons.degrees_of_freedom >= 3
                then comparisons.standard_error * (
                    1.959964e0
                    + (power(1.959964e0, 3) + 1.959964e0)
                    / (4 * comparisons.degrees_of_freedom)
                    + (
                        5 * power(1.959964e0, 5)
                        + 16 * power(1.959964e0, 3)
                        + 3 * 1.959964e0
                    ) / (96 * power(comparisons.degrees_of_freedom, 2))
                    + (
                        3 * power(1.959964e0, 7)
                        + 19 * power(1.959964e0, 5)
                        + 17 * power(1.959964e0, 3)
                        - 15 * 1.959964e0
                    ) / (384 * power(comparisons.degrees_of_freedom, 3))
                    + (
                        79 * power(1.959964e0, 9)
                        + 776 * power(1.959964e0, 7)
                        + 1482 * power(1.959964e0, 5)
                        - 1920 * power(1.959964e0, 3)
                        - 945 * 1.959964e0
                    ) / (92160 * power(comparisons.degrees_of_freedom, 4))
                )
        end as half_width

    from comparisons

)

select * from differences
