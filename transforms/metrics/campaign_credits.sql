-- One row per valid order and campaign credited with it, or organic.
--
-- grain    order, campaign
-- key      order_id, campaign_id
-- answers  Which orders stand behind a campaign's attributed revenue?
--
-- last_touch and first_touch give the whole order to one campaign, linear an
-- equal part to each. Parts are cut to eight decimals of credit and whole cents
-- of money; what is left goes to the last touch, so the parts of an order add
-- up exactly.

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

credited_touches as (

    select
        touches.order_id,
        touches.campaign_id,
        touches.touch_number,
        touches.touch_kind,
        touches.touched_at,
        case
            when settings.attribution_rule = 'linear' then touches.touch_count
            else 1
        end as part_count,
        case
            when settings.attribution_rule = 'linear'
                then touches.touch_number = touches.touch_count
            else true
        end as is_last_part

    from touches
    cross join settings
    where settings.attribution_rule = 'linear'
        or (
            settings.attribution_rule = 'first_touch'
            and touches.touch_number = 1
        )
        or (
            settings.attribution_rule = 'last_touch'
            and touches.touch_number = touches.touch_count
        )

),

credited_orders as (

    select
        orders.order_id,
        credited_touches.campaign_id,
        orders.client_id,
        orders.order_date,
        credited_touches.touch_number,
        credited_touches.touch_kind,
        credited_touches.touched_at,
        credited_touches.part_count,
        credited_touches.is_last_part,
        cast(orders.net_amount as decimal(38, 4)) as net_amount,
        cast(orders.margin_amount as decimal(38, 4)) as margin_amount,
        cast(
            floor(
                100000000e0
                / nullif(cast(credited_touches.part_count as double), 0)
            ) / 100000000e0 as decimal(18, 8)
        ) as credit_part,
        cast(
            cast(
                orders.net_amount - mod(
                    cast(orders.net_amount as decimal(38, 4)),
                    cast(
                        credited_touches.part_count * 0.01 as decimal(18, 4)
                    )
                ) as double
            ) / nullif(cast(credited_touches.part_count as double), 0)
            as decimal(38, 4)
        ) as net_part,
        cast(
            cast(
                orders.margin_amount - mod(
                    cast(orders.margin_amount as decimal(38, 4)),
                    cast(
                        credited_touches.part_count * 0.01 as decimal(18, 4)
                    )
                ) as double
            ) / nullif(cast(credited_touches.part_count as double), 0)
            as decimal(38, 4)
        ) as margin_part

    from credited_touches
    inner join orders
        on credited_touches.order_id = orders.order_id

),

credits as (

    select
        credited_orders.order_id,
        credited_orders.campaign_id,
        credited_orders.client_id,
        credited_orders.order_date,
        credited_orders.touch_number,
        credited_orders.touch_kind,
        credited_orders.touched_at,
        case
            when credited_orders.is_last_part
                then cast(
                    1 - (credited_orders.part_count - 1)
                    * credited_orders.credit_part as decimal(18, 8)
                )
            else credited_orders.credit_part
        end as credit,
        case
            when credited_orders.is_last_part
                then cast(
                    credited_orders.net_amount
                    - (credited_orders.part_count - 1)
                    * credited_orders.net_part as decimal(38, 4)
                )
            else credited_orders.net_part
        end as net_amount,
        case
            when credited_orders.is_last_part
                then cast(
                    credited_orders.margin_amount
                    - (credited_orders.part_count - 1)
                    * credited_orders.margin_part as decimal(38, 4)
                )
            else credited_orders.margin_part
        end as margin_amount

    from credited_orders

    union all

    select
        orders.order_id,
        'organic' as campaign_id,
        orders.client_id,
        orders.order_date,
        cast(0 as bigint) as touch_number,
        cast(null as varchar) as touch_kind,
        cast(null as timestamp) as touched_at,
        cast(1 as decimal(18, 8)) as credit,
        cast(orders.net_amount as decimal(38, 4)) as net_amount,
        cast(orders.margin_amount as decimal(38, 4)) as margin_amount

    from orders
    left join credited_touches
        on orders.order_id = credited_touches.order_id
    where orders.is_valid
        and credited_touches.order_id is null

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
