-- One row per day of view and client with a valid order in the window:
-- recency, frequency and monetary value.
--
-- grain    day of view, client
-- key      as_of_date, client_id
-- answers  What are the RFM scores computed from?
--
-- Two days of view: the as-of day, and the day one month before, so that pages
-- can say who moved. Recency looks at all history, frequency (purchase days,
-- the first included) and net revenue at the window of the settings. Where the
-- settings count silence in own gaps, it is days over the client's median gap
-- as of today (of its class, or of all, where its own are too few), both
-- without days of planned closures. Revenue may be scored per purchase day.

with

settings as (

    select * from meta.settings

),

clock as (

    select * from meta.clock

),

occasions as (

    select * from marts.client_days

),

closed_days as (

    select * from metrics.closed_days

),

rhythms as (

    select * from metrics.churn_base
    where cut_number = 0

),

days_of_view as (

    select
        clock.as_of_date,
        true as is_current,
        cast(
            clock.as_of_date
            - settings.rfm_window_months * interval '1' month as date
        ) as window_after_date

    from clock
    cross join settings

    union all

    select
        cast(clock.as_of_date - interval '1' month as date) as as_of_date,
        false as is_current,
        cast(
            cast(clock.as_of_date - interval '1' month as date)
            - settings.rfm_window_months * interval '1' month as date
        ) as window_after_date

    from clock
    cross join settings

),

values_per_client as (

    select
        days_of_view.as_of_date,
        occasions.client_id,
        days_of_view.is_current,
        min(occasions.day) filter (
            where occasions.order_count > 0
        ) as first_order_date,
        max(occasions.day) filter (
            where occasions.order_count > 0
        ) as last_order_date,
        cast(
            count(*) filter (
                where occasions.order_count > 0
                and occasions.day > days_of_view.window_after_date
            ) as bigint
        ) as frequency,
        cast(
            sum(occasions.net_amount) filter (
                where occasions.day > days_of_view.window_after_date
            ) as decimal(38, 4)
        ) as monetary_amount

    from occasions
    inner join days_of_view
        on occasions.day <= days_of_view.as_of_date
    group by 1, 2, 3

),

base as (

    select
        values_per_client.as_of_date,
        values_per_client.client_id,
        values_per_client.is_current,
        values_per_client.first_order_date,
        values_per_client.last_order_date,
        date_diff(
            'day',
            values_per_client.last_order_date,
            values_per_client.as_of_date
        ) as recency_days,
        case settings.rfm_recency
            when 'own_gaps'
                then
                    cast(
                        date_diff(
                            'day',
                            values_per_client.last_order_date,
                            values_per_client.as_of_date
                        )
                        - coalesce(closed_by_view.closed_day_count, 0)
                        + coalesce(closed_by_last.closed_day_count, 0)
                        as double
                    )
                    / nullif(coalesce(rhythms.median_gap_days, 1e0), 0)
            else
                cast(
                    date_diff(
                        'day',
                        values_per_client.last_order_date,
                        values_per_client.as_of_date
                    ) as double
                )
        end as recency_value,
        values_per_client.frequency,
        values_per_client.monetary_amount,
        case settings.rfm_monetary
            when 'per_purchase'
                then
                    cast(values_per_client.monetary_amount as double)
                    / nullif(cast(values_per_client.frequency as double), 0)
            else cast(values_per_client.monetary_amount as double)
        end as monetary_value

    from values_per_client
    cross join settings
    left join rhythms on values_per_client.client_id = rhythms.client_id
    left join closed_days as closed_by_view
        on values_per_client.as_of_date = closed_by_view.day
    left join closed_days as closed_by_last
        on values_per_client.last_order_date = closed_by_last.day
    where values_per_client.frequency > 0

)

select * from base
