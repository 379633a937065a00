-- One row per valid order and campaign credited with it, or organic.
--
-- grain    order, campaign
-- key      order_id, campaign_id
-- answers  Which orders stand behind a campaign's attributed revenue?
--
-- An order that one campaign touched is its own under every rule; how the rule
-- of the settings divides one that several touched stands in
-- metrics.campaign_credit_parts.

with

settings as (

    select * from meta.settings

),

orders as (

    select * from marts.orders

),

touches as (

    select * from metrics.campaign_touches

),

parts as (

    select * from metrics.campaign_credit_parts

),

credits as (

    select
        orders.order_id,
        coalesce(touches.campaign_id, 'organic') as campaign_id,
        orders.client_id,
        orders.order_date,
        coalesce(touches.touch_number, 0) as touch_number,
        case
            when settings.attribution_rule = 'first_touch'
                then touches.first_touch_kind
            else touches.touch_kind
        end as touch_kind,
        case
            when settings.attribution_rule = 'first_touch'
                then touches.first_touched_at
            else touches.touched_at
        end as touched_at,
        cast(1 as decimal(18, 8)) as credit,
        orders.net_amount,
        orders.margin_amount

    from orders
    cross join settings
    left join touches
        on orders.order_id = touches.order_id
        and touches.touch_number = 1
    where orders.is_valid
        and coalesce(touches.touch_count, 1) = 1

    union all

    select
        parts.order_id,
        parts.campaign_id,
        orders.client_id,
        orders.order_date,
        parts.touch_number,
        parts.touch_kind,
        parts.touched_at,
        parts.credit,
        cast(parts.net_amount as decimal(18, 4)) as net_amount,
        cast(parts.margin_amount as decimal(18, 4)) as margin_amount

    from parts
    inner join settings
        on parts.rule = settings.attribution_rule
    inner join orders
        on parts.order_id = orders.order_id

),

credits_with_rule as (

    select
        credits.order_id,
        credits.campaign_id,
        credits.client_id,
        credits.order_date,
        credits.touch_number,
        credits.touch_kind,
        credits.touched_at,
        credits.credit,
        credits.net_amount,
        credits.margin_amount,
        settings.attribution_rule as rule,
        cast(settings.attribution_window_days as bigint) as window_days

    from credits
    cross join settings

)

select * from credits_with_rule
