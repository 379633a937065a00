-- One row per client and horizon with a purchase: when and for how much.
--
-- grain    client, horizon
-- key      client_id, horizon_number
-- answers  What did a client buy in each horizon before the as-of day?

with

purchases as (

    select * from metrics.purchase_days

),

purchases_per_horizon as (

    select
        purchases.client_id,
        purchases.horizon_number,
        cast(count(*) as bigint) as purchase_count,
        min(purchases.day) as first_purchase_date,
        max(purchases.day) as last_purchase_date,
        cast(sum(purchases.net_amount) as decimal(38, 4)) as net_amount,
        cast(
            coalesce(
                sum(purchases.net_amount) filter (where not purchases.is_first),
                0
            ) as decimal(38, 4)
        ) as repeat_amount

    from purchases
    group by 1, 2

)

select * from purchases_per_horizon
