-- One row per client and day with a valid order, and how long it was since the
-- day before.
--
-- grain    client, day
-- key      client_id, day
-- answers  In what rhythm does a client buy?
--
-- All orders of a day are one purchase. Horizons are counted back from the
-- as-of day: 0 is the newest, 8 holds all that is older. Open gaps leave days
-- of planned closures out, but no gap is shorter than a day.

with

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

occasions as (

    select * from marts.client_days

),

closed_days as (

    select * from metrics.closed_days

),

purchases as (

    select
        occasions.client_id,
        occasions.day,
        occasions.net_amount,
        coalesce(closed_days.closed_day_count, 0) as closed_day_count,
        lag(coalesce(closed_days.closed_day_count, 0), 1) over (
            partition by occasions.client_id
            order by occasions.day nulls last
        ) as previous_closed_day_count,
        lag(coalesce(closed_days.closed_day_count, 0), 2) over (
            partition by occasions.client_id
            order by occasions.day nulls last
        ) as second_closed_day_count,
        floor(
            cast(date_diff('day', occasions.day, clock.as_of_date) as double)
            / nullif(cast(settings.churn_horizon_days as double), 0)
        ) as horizons_ago,
        lag(occasions.day, 1) over (
            partition by occasions.client_id
            order by occasions.day nulls last
        ) as previous_day,
        lag(occasions.day, 2) over (
            partition by occasions.client_id
            order by occasions.day nulls last
        ) as second_previous_day,
        lead(occasions.day, 1) over (
            partition by occasions.client_id
            order by occasions.day nulls last
        ) as next_day

    from occasions
    cross join clock
    cross join settings
    left join closed_days
        on occasions.day = closed_days.day
    where occasions.order_count > 0

),

purchases_with_gaps as (

    select
        purchases.client_id,
        purchases.day,
        purchases.net_amount,
        cast(
            case
                when purchases.horizons_ago > 8 then 8
                else purchases.horizons_ago
            end as bigint
        ) as horizon_number,
        date_diff(
            'day',
            cast(purchases.previous_day as date),
            purchases.day
        ) as gap_days,
        date_diff(
            'day',
            cast(purchases.second_previous_day as date),
            cast(purchases.previous_day as date)
        ) as previous_gap_days,
        purchases.closed_day_count
        - purchases.previous_closed_day_count as closed_gap_days,
        purchases.previous_closed_day_count
        - purchases.second_closed_day_count as previous_closed_gap_days,
        purchases.previous_day is null as is_first,
        purchases.next_day is null as is_newest

    from purchases

),

purchases_with_open_gaps as (

    select
        purchases_with_gaps.client_id,
        purchases_with_gaps.day,
        purchases_with_gaps.net_amount,
        purchases_with_gaps.horizon_number,
        purchases_with_gaps.gap_days,
        purchases_with_gaps.previous_gap_days,
        case
            when
                purchases_with_gaps.gap_days
                > purchases_with_gaps.closed_gap_days
                then
                    purchases_with_gaps.gap_days
                    - purchases_with_gaps.closed_gap_days
            when purchases_with_gaps.gap_days is not null then 1
        end as open_gap_days,
        case
            when
                purchases_with_gaps.previous_gap_days
                > purchases_with_gaps.previous_closed_gap_days
                then
                    purchases_with_gaps.previous_gap_days
                    - purchases_with_gaps.previous_closed_gap_days
            when purchases_with_gaps.previous_gap_days is not null then 1
        end as previous_open_gap_days,
        purchases_with_gaps.is_first,
        purchases_with_gaps.is_newest

    from purchases_with_gaps

)

select * from purchases_with_open_gaps
