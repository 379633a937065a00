-- One row per campaign and arm: what was sent and what came of it, as assigned.
-- Control, each treated arm, and all treated clients of the campaign together.
--
-- grain    campaign, arm
-- key      campaign_id, arm_kind, arm
-- answers  Did treated clients buy more than those held out?
--
-- Who is not held out as control is treated, whatever the arm is called.
-- Everyone assigned counts, reached or not. Outcomes are valid orders from the
-- day of assignment to window_days after it; their margin is unknown where the
-- cost of one is. What was never recorded in a channel is empty. Variances are
-- summed as decimals of ratios to the mean revenue, so that they do not depend
-- on row order.

with

settings as (

    select * from meta.settings

),

orders as (

    select * from marts.orders

),

campaigns as (

    select * from marts.campaigns

),

members as (

    select * from marts.campaign_members

),

assigned_members as (

    select
        members.campaign_id,
        members.client_id,
        members.arm,
        campaigns.channel,
        case
            when campaigns.control_share > 0 and campaigns.control_share < 1
                then cast(campaigns.control_share as double)
        end as control_share,
        campaigns.has_equal_arms,
        members.assigned_date,
        case when members.proven_sent_at is not null then 1 else 0 end
            as is_sent,
        case when members.proven_delivered_at is not null then 1 else 0 end
            as is_delivered,
        case when members.proven_opened_at is not null then 1 else 0 end
            as is_opened,
        case when members.clicked_at is not null then 1 else 0 end
            as is_clicked,
        case when members.responded_at is not null then 1 else 0 end
            as is_responder

    from members
    inner join campaigns
        on members.campaign_id = campaigns.campaign_id

),

-- A step nobody ever took in any campaign of a channel is one it does not keep.
kept_steps as (

    select
        assigned_members.channel,
        case when max(assigned_members.is_sent) = 1 then 1 end as sent,
        case when max(assigned_members.is_delivered) = 1 then 1 end
            as delivered,
        case when max(assigned_members.is_opened) = 1 then 1 end as opened,
        case when max(assigned_members.is_clicked) = 1 then 1 end as clicked,
        case when max(assigned_members.is_responder) = 1 then 1 end
            as responded

    from assigned_members
    group by 1

),

outcomes as (

    select
        assigned_members.campaign_id,
        assigned_members.client_id,
        cast(sum(orders.net_amount) as decimal(38, 4)) as net_amount,
        case
            when count(*) = count(orders.margin_amount)
                then cast(sum(orders.margin_amount) as decimal(38, 4))
        end as margin_amount

    from assigned_members
    cross join settings
    inner join orders
        on assigned_members.client_id = orders.client_id
        and orders.order_date >= assigned_members.assigned_date
        and date_diff('day', assigned_members.assigned_date, orders.order_date)
        <= settings.attribution_window_days
    where orders.is_valid
    group by 1, 2

),

arm_members as (

    select
        assigned_members.campaign_id,
        case
            when assigned_members.arm = 'control' then 'control'
            else 'treated_arm'
        end as arm_kind,
        assigned_members.arm,
        assigned_members.client_id

    from assigned_members

    union all

    select
        assigned_members.campaign_id,
        'all_treated' as arm_kind,
        'treated' as arm,
        assigned_members.client_id

    from assigned_members
    where assigned_members.arm <> 'control'

),

arms as (

    select
        arm_members.campaign_id,
        arm_members.arm_kind,
        arm_members.arm,
        max(assigned_members.control_share) as control_share,
        count(*) filter (where assigned_members.has_equal_arms) > 0
            as has_equal_arms,
        cast(count(*) as bigint) as assigned_count,
        cast(
            sum(assigned_members.is_sent * kept_steps.sent) as bigint
        ) as sent_count,
        cast(
            sum(assigned_members.is_delivered * kept_steps.delivered) as bigint
        ) as delivered_count,
        cast(
            sum(assigned_members.is_opened * kept_steps.opened) as bigint
        ) as opened_count,
        cast(
            sum(assigned_members.is_clicked * kept_steps.clicked) as bigint
        ) as clicked_count,
        cast(
            sum(assigned_members.is_responder * kept_steps.responded) as bigint
        ) as responder_count,
        case
            when count(*) = count(assigned_members.assigned_date)
                then max(assigned_members.assigned_date)
        end as last_assigned_date,
        cast(count(outcomes.client_id) as bigint) as conversion_count,
        cast(count(outcomes.client_id) as double)
        / cast(count(*) as double) as conversion_rate,
        cast(coalesce(sum(outcomes.net_amount), 0) as double)
        / cast(count(*) as double) as average_amount,
        case
            when count(outcomes.client_id) = count(outcomes.margin_amount)
                then
                    cast(coalesce(sum(outcomes.margin_amount), 0) as double)
                    / cast(count(*) as double)
        end as average_margin_amount

    from arm_members
    inner join assigned_members
        on arm_members.campaign_id = assigned_members.campaign_id
        and arm_members.client_id = assigned_members.client_id
    inner join kept_steps on assigned_members.channel = kept_steps.channel
    left join outcomes
        on arm_members.campaign_id = outcomes.campaign_id
        and arm_members.client_id = outcomes.client_id
    group by 1, 2, 3

),

variances as (

    select
        arms.campaign_id,
        arms.arm_kind,
        arms.arm,
        case when arms.assigned_count > 1 then 1 end
        * power(arms.average_amount, 2)
        * coalesce(
            cast(
                sum(
                    cast(
                        power(
                            cast(coalesce(outcomes.net_amount, 0) as double)
                            / nullif(arms.average_amount, 0)
                            - 1,
                            2
                        ) as decimal(38, 12)
                    )
                ) as double
            ) / nullif(cast(arms.assigned_count - 1 as double), 0),
            0
        ) as amount_variance,
        case
            when
                arms.assigned_count > 1
                and arms.average_margin_amount is not null
                then power(arms.average_amount, 2)
        end * coalesce(
            cast(
                sum(
                    cast(
                        power(
                            (
                                cast(
                                    coalesce(outcomes.margin_amount, 0)
                                    as double
                                ) - arms.average_margin_amount
                            ) / nullif(arms.average_amount, 0),
                            2
                        ) as decimal(38, 12)
                    )
                ) as double
            ) / nullif(cast(arms.assigned_count - 1 as double), 0),
            0
        ) as margin_variance

    from arms
    inner join arm_members
        on arms.campaign_id = arm_members.campaign_id
        and arms.arm_kind = arm_members.arm_kind
        and arms.arm = arm_members.arm
    left join outcomes
        on arm_members.campaign_id = outcomes.campaign_id
        and arm_members.client_id = outcomes.client_id
    group by
        arms.campaign_id,
        arms.arm_kind,
        arms.arm,
        arms.assigned_count,
        arms.average_amount,
        arms.average_margin_amount

),

wilson_parts as (

    select
        arms.campaign_id,
        arms.arm_kind,
        arms.arm,
        (
            arms.conversion_rate
            + power(1.959964e0, 2)
            / (2 * nullif(cast(arms.assigned_count as double), 0))
        ) / (
            1 + power(1.959964e0, 2)
            / nullif(cast(arms.assigned_count as double), 0)
        ) as centre,
        1.959964e0 * sqrt(
            arms.conversion_rate * (1 - arms.conversion_rate)
            / nullif(cast(arms.assigned_count as double), 0)
            + power(1.959964e0, 2)
            / (4 * power(nullif(cast(arms.assigned_count as double), 0), 2))
        ) / (
            1 + power(1.959964e0, 2)
            / nullif(cast(arms.assigned_count as double), 0)
        ) as half_width

    from arms

),

arms_with_limits as (

    select
        arms.campaign_id,
        arms.arm_kind,
        arms.arm,
        arms.control_share,
        arms.has_equal_arms,
        arms.assigned_count,
        arms.sent_count,
        arms.delivered_count,
        arms.opened_count,
        arms.clicked_count,
        arms.responder_count,
        arms.last_assigned_date,
        arms.conversion_count,
        arms.conversion_rate,
        case
            when arms.conversion_count = 0 then 0e0
            else wilson_parts.centre - wilson_parts.half_width
        end as conversion_lower,
        case
            when arms.conversion_count = arms.assigned_count then 1e0
            else wilson_parts.centre + wilson_parts.half_width
        end as conversion_upper,
        arms.average_amount,
        variances.amount_variance,
        arms.average_margin_amount,
        variances.margin_variance

    from arms
    inner join wilson_parts
        on arms.campaign_id = wilson_parts.campaign_id
        and arms.arm_kind = wilson_parts.arm_kind
        and arms.arm = wilson_parts.arm
    inner join variances
        on arms.campaign_id = variances.campaign_id
        and arms.arm_kind = variances.arm_kind
        and arms.arm = variances.arm

)

select * from arms_with_limits
