-- One row per campaign and arm: what was sent and what came of it, as assigned.
--
-- grain    campaign, arm
-- key      campaign_id, arm
-- answers  Did treated clients buy more than those held out?
--
-- Everyone assigned counts, reached or not. Outcomes are valid orders from the
-- day of assignment to window_days after it. Anything that happens after
-- delivery proves delivery, and delivery proves sending. The variance is summed
-- as decimals of ratios to the mean, so that it does not depend on row order.

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
        coalesce(
            cast(members.assigned_at as date), campaigns.start_date
        ) as assigned_date,
        case
            when
                coalesce(
                    members.sent_at,
                    members.delivered_at,
                    members.opened_at,
                    members.clicked_at,
                    members.responded_at
                ) is not null
                then 1
            else 0
        end as is_sent,
        case
            when
                coalesce(
                    members.delivered_at,
                    members.opened_at,
                    members.clicked_at,
                    members.responded_at
                ) is not null
                then 1
            else 0
        end as is_delivered,
        case
            when
                coalesce(members.opened_at, members.clicked_at) is not null
                then 1
            else 0
        end as is_opened,
        case when members.clicked_at is not null then 1 else 0 end
            as is_clicked,
        case when members.responded_at is not null then 1 else 0 end
            as is_responder

    from members
    inner join campaigns
        on members.campaign_id = campaigns.campaign_id
    where members.arm in ('treated', 'control')

),

outcomes as (

    select
        assigned_members.campaign_id,
        assigned_members.client_id,
        cast(sum(orders.net_amount) as decimal(38, 4)) as net_amount

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

arms as (

    select
        assigned_members.campaign_id,
        assigned_members.arm,
        cast(count(*) as bigint) as assigned_count,
        cast(sum(assigned_members.is_sent) as bigint) as sent_count,
        cast(sum(assigned_members.is_delivered) as bigint) as delivered_count,
        cast(sum(assigned_members.is_opened) as bigint) as opened_count,
        cast(sum(assigned_members.is_clicked) as bigint) as clicked_count,
        cast(sum(assigned_members.is_responder) as bigint) as responder_count,
        case
            when count(*) = count(assigned_members.assigned_date)
                then max(assigned_members.assigned_date)
        end as last_assigned_date,
        cast(count(outcomes.client_id) as bigint) as conversion_count,
        cast(count(outcomes.client_id) as double)
        / cast(count(*) as double) as conversion_rate,
        cast(coalesce(sum(outcomes.net_amount), 0) as double)
        / cast(count(*) as double) as average_amount

    from assigned_members
    left join outcomes
        on assigned_members.campaign_id = outcomes.campaign_id
        and assigned_members.client_id = outcomes.client_id
    group by 1, 2

),

variances as (

    select
        arms.campaign_id,
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
        ) as amount_variance

    from arms
    inner join assigned_members
        on arms.campaign_id = assigned_members.campaign_id
        and arms.arm = assigned_members.arm
    left join outcomes
        on assigned_members.campaign_id = outcomes.campaign_id
        and assigned_members.client_id = outcomes.client_id
    group by
        arms.campaign_id,
        arms.arm,
        arms.assigned_count,
        arms.average_amount

),

wilson_parts as (

    select
        arms.campaign_id,
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
        arms.arm,
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
        variances.amount_variance

    from arms
    inner join wilson_parts
        on arms.campaign_id = wilson_parts.campaign_id
        and arms.arm = wilson_parts.arm
    inner join variances
        on arms.campaign_id = variances.campaign_id
        and arms.arm = variances.arm

)

select * from arms_with_limits
