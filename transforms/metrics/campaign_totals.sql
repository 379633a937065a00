-- One row per campaign: whom it reached, what it cost and what it is credited
-- with.
--
-- grain    campaign
-- key      campaign_id
-- answers  What did a campaign cost, and how many answered?
--
-- Credit follows the rule of the settings and is no effect. The limits of the
-- response rate are Wilson's, 95 %. A campaign that begins after the as-of day
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
        members_per_campaign.sent_count,
        members_per_campaign.delivered_count,
        members_per_campaign.opened_count,
        members_per_campaign.clicked_count,
        members_per_campaign.responder_count,
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
        cast(
            campaigns.fixed_cost_amount
            + coalesce(campaigns.discount_cost_amount, 0)
            + case
                when
                    coalesce(
                        campaigns.unit_cost_amount,
                        members_per_campaign.sent_count
                    ) is null
                    or campaigns.unit_cost_amount = 0
                    or members_per_campaign.sent_count = 0
                    then 0
                else
                    campaigns.unit_cost_amount
                    * members_per_campaign.sent_count
            end as decimal(38, 4)
        ) as cost_amount,
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

totals_with_limits as (

    select
        campaigns_with_totals.campaign_id,
        campaigns_with_totals.name,
        campaigns_with_totals.channel,
        campaigns_with_totals.start_date,
        campaigns_with_totals.assigned_count,
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
        campaigns_with_totals.is_window_closed,
        campaigns_with_totals.window_days,
        campaigns_with_totals.cost_amount,
        campaigns_with_totals.attributed_order_count,
        campaigns_with_totals.attributed_amount,
        campaigns_with_totals.attributed_margin_amount

    from campaigns_with_totals
    left join response_limits
        on campaigns_with_totals.campaign_id = response_limits.campaign_id

)

select * from totals_with_limits
