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

orders_with_parts as (

    select
        orders.order_id,
        credited_touches.campaign_id,
        orders.client_id,
        orders.order_date,
        credited_touches.touch_number,
        credited_touches.touch_kind,
        credited_touches.touched_at,
        coalesce(credited_touches.part_count, 1) as part_count,
        coalesce(credited_touches.is_last_part, true) as is_last_part,
        cast(orders.net_amount as decimal(38, 4)) as net_amount,
        cast(orders.margin_amount as decimal(38, 4)) as margin_amount,
        cast(
            floor(
                100000000e0
                / cast(coalesce(credited_touches.part_count, 1) as double)
            ) / 100000000e0 as decimal(18, 8)
        ) as credit_part,
        cast(
            cast(
                orders.net_amount - mod(
                    cast(orders.net_amount as decimal(38, 4)),
                    cast(
                        coalesce(credited_touches.part_count, 1) * 0.01
                        as decimal(18, 4)
                    )
                ) as double
            ) / cast(coalesce(credited_touches.part_count, 1) as double)
            as decimal(38, 4)
        ) as net_part,
        cast(
            cast(
                orders.margin_amount - mod(
                    cast(orders.margin_amount as decimal(38, 4)),
                    cast(
                        coalesce(credited_touches.part_count, 1) * 0.01
                        as decimal(18, 4)
                    )
                ) as double
            ) / cast(coalesce(credited_touches.part_count, 1) as double)
            as decimal(38, 4)
        ) as margin_part

    from orders
    left join credited_touches
        on orders.order_id = credited_touches.order_id
    where orders.is_valid

),

credits as (

    select
        orders_with_parts.order_id,
        coalesce(orders_with_parts.campaign_id, 'organic') as campaign_id,
        orders_with_parts.client_id,
        orders_with_parts.order_date,
        coalesce(orders_with_parts.touch_number, 0) as touch_number,
        orders_with_parts.touch_kind,
        orders_with_parts.touched_at,
        case
            when orders_with_parts.is_last_part
                then cast(
                    1 - (orders_with_parts.part_count - 1)
                    * orders_with_parts.credit_part as decimal(18, 8)
                )
            else orders_with_parts.credit_part
        end as credit,
        case
            when orders_with_parts.is_last_part
                then cast(
                    orders_with_parts.net_amount
                    - (orders_with_parts.part_count - 1)
                    * orders_with_parts.net_part as decimal(38, 4)
                )
            else orders_with_parts.net_part
        end as net_amount,
        case
            when orders_with_parts.is_last_part
                then cast(
                    orders_with_parts.margin_amount
                    - (orders_with_parts.part_count - 1)
                    * orders_with_parts.margin_part as decimal(38, 4)
                )
            else orders_with_parts.margin_part
        end as margin_amount,
        settings.attribution_rule as rule,
        cast(settings.attribution_window_days as bigint) as window_days

    from orders_with_parts
    cross join settings

)

select * from credits
