-- One row per client and complete period since its first order: the volume of
-- the window that ends with the period, and how regular the client is.
--
-- grain    client, period
-- key      client_id, month
-- answers  What did a client's class rest on at the time?
--
-- A period is a month or a quarter (settings), named by its first day. The
-- window is the last W complete periods; a client is judged only on those from
-- its first order on, periods without orders counting as zero. Clients whose
-- first order lies after the last complete period are new and stand in that
-- last period only, so history does not depend on the day of the build. Nor
-- does it on later returns: volume and activity are those known when the period
-- ended; net_amount is what is left of it today.

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

volume_per_month as (

    select * from marts.client_months

),

late_returns as (

    select * from metrics.class_late_returns

),

rules as (

    select
        settings.class_period,
        settings.class_measure,
        settings.class_occasional_below_active_share,
        case
            when settings.class_period = 'quarter' then 3
            else 1
        end as months_in_period,
        settings.class_window_periods as window_periods,
        settings.class_window_periods * case
            when settings.class_period = 'quarter' then 3
            else 1
        end as months_in_window,
        clock.open_month

    from settings
    cross join clock

),

last_complete_period as (

    select
        cast(
            rules.open_month
            - mod(
                extract(month from rules.open_month) - 1,
                rules.months_in_period
            ) * interval '1' month
            - rules.months_in_period * interval '1' month
            as date
        ) as month

    from rules

),

volume_per_period as (

    select
        volume_per_month.client_id,
        cast(
            volume_per_month.month
            - mod(
                extract(month from volume_per_month.month) - 1,
                rules.months_in_period
            ) * interval '1' month
            as date
        ) as month,
        cast(sum(volume_per_month.order_count) as bigint) as order_count,
        cast(
            sum(
                case rules.class_measure
                    when 'order_count'
                        then cast(
                            volume_per_month.order_count as decimal(38, 4)
                        )
                    when 'quantity'
                        then cast(
                            volume_per_month.quantity as decimal(38, 4)
                        )
                    else volume_per_month.net_amount
                end
            ) as decimal(38, 4)
        ) as volume,
        cast(sum(volume_per_month.net_amount) as decimal(38, 4)) as net_amount

    from volume_per_month
    cross join rules
    group by 1, 2

),

first_periods as (

    select
        volume_per_period.client_id,
        min(volume_per_period.month) as month

    from volume_per_period
    where volume_per_period.order_count > 0
    group by 1

),

history as (

    select min(first_periods.month) as first_month

    from first_periods

),

complete_periods as (

    select
        cast(
            last_complete_period.month
            - numbers.n * rules.months_in_period * interval '1' month
            as date
        ) as month

    from numbers
    cross join rules
    cross join last_complete_period
    cross join history
    where numbers.n * rules.months_in_period
        <= (
            extract(year from last_complete_period.month) * 12
            + extract(month from last_complete_period.month)
        ) - (
            extract(year from history.first_month) * 12
            + extract(month from history.first_month)
        )

),

client_periods as (

    select
        first_periods.client_id,
        complete_periods.month

    from first_periods
    inner join complete_periods
        on first_periods.month <= complete_periods.month

),

volume_with_empty_periods as (

    select
        client_periods.client_id,
        client_periods.month,
        coalesce(volume_per_period.order_count, 0) as order_count,
        coalesce(volume_per_period.volume, 0) as volume,
        coalesce(volume_per_period.net_amount, 0) as net_amount,
        case when volume_per_period.volume > 0 then 1 else 0 end as is_active,
        rules.window_periods - 1 as periods_before

    from client_periods
    cross join rules
    left join volume_per_period
        on client_periods.client_id = volume_per_period.client_id
        and client_periods.month = volume_per_period.month

),

window_sums as (

    select
        volume_with_empty_periods.client_id,
        volume_with_empty_periods.month,
        cast(
            count(*) over (
                partition by volume_with_empty_periods.client_id
                order by volume_with_empty_periods.month nulls last
                rows between volume_with_empty_periods.periods_before preceding
                    and current row
            ) as bigint
        ) as eligible_period_count,
        cast(
            sum(volume_with_empty_periods.is_active) over (
                partition by volume_with_empty_periods.client_id
                order by volume_with_empty_periods.month nulls last
                rows between volume_with_empty_periods.periods_before preceding
                    and current row
            ) as bigint
        ) as active_period_count,
        cast(
            sum(volume_with_empty_periods.order_count) over (
                partition by volume_with_empty_periods.client_id
                order by volume_with_empty_periods.month nulls last
                rows between volume_with_empty_periods.periods_before preceding
                    and current row
            ) as bigint
        ) as order_count,
        cast(
            sum(volume_with_empty_periods.volume) over (
                partition by volume_with_empty_periods.client_id
                order by volume_with_empty_periods.month nulls last
                rows between volume_with_empty_periods.periods_before preceding
                    and current row
            ) as decimal(38, 4)
        ) as volume,
        cast(
            sum(volume_with_empty_periods.net_amount) over (
                partition by volume_with_empty_periods.client_id
                order by volume_with_empty_periods.month nulls last
                rows between volume_with_empty_periods.periods_before preceding
                    and current row
            ) as decimal(38, 4)
        ) as net_amount

    from volume_with_empty_periods

    union all

    select
        first_periods.client_id,
        last_complete_period.month,
        cast(0 as bigint) as eligible_period_count,
        cast(0 as bigint) as active_period_count,
        cast(0 as bigint) as order_count,
        cast(0 as decimal(38, 4)) as volume,
        cast(0 as decimal(38, 4)) as net_amount

    from first_periods
    inner join last_complete_period
        on first_periods.month > last_complete_period.month

),

window_sums_as_known as (

    select
        window_sums.client_id,
        window_sums.month,
        window_sums.eligible_period_count,
        window_sums.active_period_count
        + coalesce(late_returns.active_period_count, 0) as active_period_count,
        window_sums.order_count,
        cast(
            window_sums.volume + coalesce(late_returns.volume, 0)
            as decimal(38, 4)
        ) as volume,
        window_sums.net_amount

    from window_sums
    left join late_returns
        on window_sums.client_id = late_returns.client_id
        and window_sums.month = late_returns.month

),

window_shares as (

    select
        window_sums_as_known.client_id,
        window_sums_as_known.month,
        window_sums_as_known.eligible_period_count,
        window_sums_as_known.active_period_count,
        window_sums_as_known.order_count,
        window_sums_as_known.volume,
        window_sums_as_known.net_amount,
        cast(window_sums_as_known.volume as double)
        / nullif(cast(window_sums_as_known.eligible_period_count as double), 0)
            as average_per_period,
        cast(window_sums_as_known.active_period_count as double)
        / nullif(cast(window_sums_as_known.eligible_period_count as double), 0)
            as active_share

    from window_sums_as_known

),

windows_with_activity as (

    select
        window_shares.client_id,
        window_shares.month,
        cast(
            window_shares.month
            - (rules.months_in_window - rules.months_in_period)
            * interval '1' month
            as date
        ) as window_from_month,
        window_shares.month as window_to_month,
        window_shares.month = last_complete_period.month as is_current,
        window_shares.eligible_period_count,
        window_shares.active_period_count,
        window_shares.order_count,
        window_shares.volume,
        window_shares.net_amount,
        window_shares.average_per_period,
        window_shares.active_share,
        case
            when window_shares.eligible_period_count = 0 then 'new'
            when window_shares.active_period_count = 0 then 'inactive'
            when window_shares.order_count <= 1 then 'occasional'
            when
                window_shares.active_share
                < rules.class_occasional_below_active_share
                then 'occasional'
            else 'regular'
        end as activity

    from window_shares
    cross join rules
    cross join last_complete_period

)

select * from windows_with_activity
