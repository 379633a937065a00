-- One row per client and month of sales: the aggregate that classes and ABC/XYZ
-- are computed from.
--
-- grain    client, month
-- key      client_id, month
-- answers  How much does each client buy, month by month?
--
-- Models that need months without purchases as zeros add them themselves.

with

occasions as (

    select * from marts.client_days

),

clock as (

    select * from meta.clock

),

volume_per_month as (

    select
        occasions.client_id,
        occasions.month,
        cast(sum(occasions.order_count) as bigint) as order_count,
        cast(
            count(*) filter (where occasions.order_count > 0) as bigint
        ) as occasion_count,
        cast(sum(occasions.quantity) as decimal(38, 3)) as quantity,
        cast(sum(occasions.gross_amount) as decimal(38, 4)) as gross_amount,
        cast(sum(occasions.return_amount) as decimal(38, 4)) as return_amount,
        cast(sum(occasions.net_amount) as decimal(38, 4)) as net_amount,
        min(occasions.day) filter (
            where occasions.order_count > 0
        ) as first_order_date,
        max(occasions.day) filter (
            where occasions.order_count > 0
        ) as last_order_date

    from occasions
    group by 1, 2

),

volume_with_completeness as (

    select
        volume_per_month.client_id,
        volume_per_month.month,
        cast(volume_per_month.month + interval '1' month as date)
        <= cast(clock.as_of_date + interval '1' day as date)
            as is_complete_month,
        volume_per_month.order_count,
        volume_per_month.occasion_count,
        volume_per_month.quantity,
        volume_per_month.gross_amount,
        volume_per_month.return_amount,
        volume_per_month.net_amount,
        volume_per_month.first_order_date,
        volume_per_month.last_order_date

    from volume_per_month
    cross join clock

)

select * from volume_with_completeness
