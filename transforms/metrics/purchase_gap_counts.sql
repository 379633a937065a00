-- One row per client and length of gap: how often it was known at each cut-off.
--
-- grain    client, length of gap
-- key      client_id, gap_days
-- answers  How long does a client wait between purchases?

with

purchases as (

    select * from metrics.purchase_days

),

gap_counts as (

    select
        purchases.client_id,
        purchases.open_gap_days as gap_days,
        cast(count(*) as bigint) as gap_count_0,
        cast(
            count(*) filter (where purchases.horizon_number >= 1) as bigint
        ) as gap_count_1,
        cast(
            count(*) filter (where purchases.horizon_number >= 2) as bigint
        ) as gap_count_2,
        cast(
            count(*) filter (where purchases.horizon_number >= 3) as bigint
        ) as gap_count_3,
        cast(
            count(*) filter (where purchases.horizon_number >= 4) as bigint
        ) as gap_count_4

    from purchases
    where purchases.open_gap_days is not null
    group by 1, 2

)

select * from gap_counts
