-- Under every attribution rule credits add up to all orders and all revenue.
--
-- severity error

with

orders as (

    select * from marts.orders

),

parts as (

    select * from metrics.campaign_credit_parts

),

credits as (

    select * from metrics.campaign_credits_by_rule

),

revenue as (

    select
        cast(count(*) as double) as order_count,
        cast(coalesce(sum(orders.net_amount), 0) as decimal(38, 4)) as amount

    from orders
    where orders.is_valid

),

credits_per_rule as (

    select
        credits.rule,
        sum(credits.order_count) as order_count,
        cast(sum(credits.net_amount) as decimal(38, 4)) as amount

    from credits
    group by 1

),

parts_per_order as (

    select
        parts.rule,
        parts.order_id,
        cast(sum(parts.credit) as decimal(38, 8)) as credit,
        min(parts.net_amount) as smallest_amount

    from parts
    group by 1, 2

),

faults as (

    select
        credits_per_rule.rule,
        'all' as order_id,
        credits_per_rule.order_count as credit,
        credits_per_rule.amount

    from credits_per_rule
    cross join revenue
    where credits_per_rule.amount <> revenue.amount
        or abs(credits_per_rule.order_count - revenue.order_count) > 0.001e0

    union all

    select
        parts_per_order.rule,
        parts_per_order.order_id,
        cast(parts_per_order.credit as double) as credit,
        parts_per_order.smallest_amount as amount

    from parts_per_order
    where parts_per_order.credit <> 1
        or parts_per_order.smallest_amount < 0

)

select * from faults
