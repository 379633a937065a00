-- One row per rule, order and campaign, for orders that several campaigns
-- touched: how each of the five rules divides them.
--
-- grain    rule, order, campaign
-- key      rule, order_id, campaign_id
-- answers  How would another rule divide an order?
--
-- Weights are whole numbers: 1 for last_touch, first_touch and each part of
-- linear; for time_decay a thousand millionths of what is left of a touch
-- after its age against the newest, half each half_life_days; for position 0.4
-- to the first and the last, 0.2 shared by the middle, halves of two. Parts
-- are cut to eight decimals of credit and whole cents of money; what is left
-- goes to the last touch, so the parts of an order add up exactly.

with

settings as (

    select * from meta.settings

),

numbers as (

    select * from meta.numbers

),

orders as (

    select * from marts.orders

),

touches as (

    select * from metrics.campaign_touches

),

rules as (

    select
        numbers.n as rule_number,
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

contested_touches as (

    select
        touches.order_id,
        touches.campaign_id,
        touches.touch_number,
        touches.first_touch_number,
        touches.touch_count,
        touches.touch_kind,
        touches.touched_at,
        touches.first_touch_kind,
        touches.first_touched_at,
        date_diff(
            'day', cast(touches.touched_at as date), touches.order_date
        ) - min(
            date_diff(
                'day', cast(touches.touched_at as date), touches.order_date
            )
        ) over (partition by touches.order_id) as age_days

    from touches
    where touches.touch_count > 1

),

weighted_touches as (

    select
        rules.rule,
        contested_touches.order_id,
        contested_touches.campaign_id,
        case
            when rules.rule = 'first_touch'
                then contested_touches.first_touch_number
            else contested_touches.touch_number
        end as touch_number,
        case
            when rules.rule = 'first_touch'
                then contested_touches.first_touch_kind
            else contested_touches.touch_kind
        end as touch_kind,
        case
            when rules.rule = 'first_touch'
                then contested_touches.first_touched_at
            else contested_touches.touched_at
        end as touched_at,
        rules.rule = 'first_touch'
        or contested_touches.touch_number = contested_touches.touch_count
            as is_last_part,
        cast(
            case rules.rule
                when 'last_touch'
                    then
                        case
                            when
                                contested_touches.touch_number
                                = contested_touches.touch_count
                                then 1e0
                            else 0e0
                        end
                when 'first_touch'
                    then
                        case
                            when contested_touches.first_touch_number = 1
                                then 1e0
                            else 0e0
                        end
                when 'linear' then 1e0
                when 'time_decay'
                    then
                        floor(
                            1000000000e0 * power(
                                2e0,
                                -cast(contested_touches.age_days as double)
                                / nullif(
                                    settings.attribution_half_life_days, 0
                                )
                            )
                        )
                else
                    case
                        when contested_touches.touch_count = 2 then 1e0
                        when contested_touches.touch_number in (
                            1, contested_touches.touch_count
                        )
                            then
                                2e0 * cast(
                                    contested_touches.touch_count - 2 as double
                                )
                        else 1e0
                    end
            end as decimal(12, 0)
        ) as weight

    from contested_touches
    cross join rules
    cross join settings

),

weighted_orders as (

    select
        weighted_touches.rule,
        weighted_touches.order_id,
        weighted_touches.campaign_id,
        weighted_touches.touch_number,
        weighted_touches.touch_kind,
        weighted_touches.touched_at,
        weighted_touches.is_last_part,
        weighted_touches.weight,
        cast(
            sum(weighted_touches.weight) over (
                partition by weighted_touches.rule, weighted_touches.order_id
            ) as decimal(16, 0)
        ) as whole_weight,
        cast(orders.net_amount as decimal(38, 4)) as net_amount,
        cast(orders.margin_amount as decimal(38, 4)) as margin_amount,
        cast(
            floor(abs(cast(orders.net_amount as decimal(18, 4))) * 100)
            as decimal(18, 0)
        ) * cast(weighted_touches.weight as decimal(12, 0)) as net_product,
        cast(
            floor(abs(cast(orders.margin_amount as decimal(18, 4))) * 100)
            as decimal(18, 0)
        ) * cast(weighted_touches.weight as decimal(12, 0)) as margin_product,
        case when orders.margin_amount < 0 then -1 else 1 end as margin_sign

    from weighted_touches
    inner join orders
        on weighted_touches.order_id = orders.order_id
    where weighted_touches.weight > 0

),

cut_parts as (

    select
        weighted_orders.rule,
        weighted_orders.order_id,
        weighted_orders.campaign_id,
        weighted_orders.touch_number,
        weighted_orders.touch_kind,
        weighted_orders.touched_at,
        weighted_orders.is_last_part,
        weighted_orders.net_amount,
        weighted_orders.margin_amount,
        case
            when weighted_orders.is_last_part then cast(0 as decimal(18, 8))
            else cast(
                floor(
                    100000000e0 * cast(weighted_orders.weight as double)
                    / nullif(cast(weighted_orders.whole_weight as double), 0)
                ) / 100000000e0 as decimal(18, 8)
            )
        end as credit,
        case
            when weighted_orders.is_last_part then cast(0 as decimal(38, 4))
            else cast(
                floor(
                    cast(
                        weighted_orders.net_product - mod(
                            weighted_orders.net_product,
                            weighted_orders.whole_weight
                        ) as double
                    )
                    / nullif(cast(weighted_orders.whole_weight as double), 0)
                    + 0.5e0
                ) / 100e0 as decimal(38, 4)
            )
        end as net_part,
        case
            when weighted_orders.is_last_part then cast(0 as decimal(38, 4))
            else cast(
                weighted_orders.margin_sign * floor(
                    cast(
                        weighted_orders.margin_product - mod(
                            weighted_orders.margin_product,
                            weighted_orders.whole_weight
                        ) as double
                    )
                    / nullif(cast(weighted_orders.whole_weight as double), 0)
                    + 0.5e0
                ) / 100e0 as decimal(38, 4)
            )
        end as margin_part

    from weighted_orders

),

whole_parts as (

    select
        cut_parts.rule,
        cut_parts.order_id,
        cut_parts.campaign_id,
        cut_parts.touch_number,
        cut_parts.touch_kind,
        cut_parts.touched_at,
        case
            when cut_parts.is_last_part
                then cast(
                    1 - sum(cut_parts.credit) over (
                        partition by cut_parts.rule, cut_parts.order_id
                    ) as decimal(18, 8)
                )
            else cut_parts.credit
        end as credit,
        case
            when cut_parts.is_last_part
                then cast(
                    cut_parts.net_amount - sum(cut_parts.net_part) over (
                        partition by cut_parts.rule, cut_parts.order_id
                    ) as decimal(38, 4)
                )
            else cut_parts.net_part
        end as net_amount,
        case
            when cut_parts.is_last_part
                then cast(
                    cut_parts.margin_amount - sum(cut_parts.margin_part) over (
                        partition by cut_parts.rule, cut_parts.order_id
                    ) as decimal(38, 4)
                )
            else cut_parts.margin_part
        end as margin_amount

    from cut_parts

)

select * from whole_parts
