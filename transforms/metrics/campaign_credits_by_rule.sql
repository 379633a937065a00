-- One row per attribution rule and campaign, and one for organic revenue: what
-- each rule would credit.
--
-- grain    rule, campaign
-- key      rule, campaign_id
-- answers  How much of a campaign's revenue is decided by the rule alone?

with

settings as (

    select * from meta.settings

),

clock as (

    select * from meta.clock

),

numbers as (

    select * from meta.numbers

),

orders as (

    select * from marts.orders

),

campaigns as (

    select * from marts.campaigns

),

touches as (

    select * from metrics.campaign_touches

),

parts as (

    select * from metrics.campaign_credit_parts

),

rules as (

    select
        case numbers.n
            when 1 then 'last_touch'
            when 2 then 'first_touch'
            when 3 then 'linear'
            when 4 then 'time_decay'
            else 'position'
        end as rule

    from numbers
    where numbers.n between 1 and 5

),

uncontested_credits as (

    select
        coalesce(touches.campaign_id, 'organic') as campaign_id,
        cast(count(*) as decimal(38, 8)) as credit,
        cast(sum(orders.net_amount) as decimal(38, 4)) as net_amount

    from orders
    left join touches
        on orders.order_id = touches.order_id
        and touches.touch_number = 1
    where orders.is_valid
        and coalesce(touches.touch_count, 1) = 1
    group by 1

),

contested_credits as (

    select
        parts.rule,
        parts.campaign_id,
        cast(sum(parts.credit) as decimal(38, 8)) as credit,
        cast(sum(parts.net_amount) as decimal(38, 4)) as net_amount

    from parts
    group by 1, 2

),

named_campaigns as (

    select
        campaigns.campaign_id,
        campaigns.name,
        campaigns.channel,
        campaigns.start_date

    from campaigns

    union all

    select
        'organic' as campaign_id,
        'organic' as name,
        'organic' as channel,
        cast(null as date) as start_date

    from settings

),

credits_by_rule as (

    select
        rules.rule,
        named_campaigns.campaign_id,
        named_campaigns.name,
        named_campaigns.channel,
        rules.rule = settings.attribution_rule as is_chosen,
        cast(
            coalesce(uncontested_credits.credit, 0)
            + coalesce(contested_credits.credit, 0) as double
        ) as order_count,
        cast(
            coalesce(uncontested_credits.net_amount, 0) as decimal(38, 4)
        ) as uncontested_amount,
        cast(
            coalesce(uncontested_credits.net_amount, 0)
            + coalesce(contested_credits.net_amount, 0) as decimal(38, 4)
        ) as net_amount

    from named_campaigns
    cross join rules
    cross join settings
    cross join clock
    left join uncontested_credits
        on named_campaigns.campaign_id = uncontested_credits.campaign_id
    left join contested_credits
        on named_campaigns.campaign_id = contested_credits.campaign_id
        and rules.rule = contested_credits.rule
    where coalesce(named_campaigns.start_date <= clock.as_of_date, true)
        or uncontested_credits.campaign_id is not null
        or contested_credits.campaign_id is not null

),

credits_with_shares as (

    select
        credits_by_rule.rule,
        credits_by_rule.campaign_id,
        credits_by_rule.name,
        credits_by_rule.channel,
        credits_by_rule.is_chosen,
        credits_by_rule.order_count,
        credits_by_rule.uncontested_amount,
        credits_by_rule.net_amount,
        cast(credits_by_rule.net_amount as double)
        / nullif(
            cast(
                sum(credits_by_rule.net_amount) over (
                    partition by credits_by_rule.rule
                ) as double
            ),
            0
        ) as net_share

    from credits_by_rule

)

select * from credits_with_shares
