-- The bridge of clients opens where the month before closed, and closes at the
-- number of clients that ordered within the months of the settings.
--
-- severity error

with

settings as (

    select * from meta.settings

),

bridge as (

    select * from metrics.client_movement_by_month

),

client_months as (

    select * from marts.client_months

),

closings as (

    select
        bridge.month,
        cast(sum(bridge.opening_count) as bigint) as opening_count,
        cast(sum(bridge.closing_count) as bigint) as closing_count

    from bridge
    group by 1

),

closings_in_order as (

    select
        closings.month,
        closings.opening_count,
        closings.closing_count,
        lag(closings.closing_count) over (
            order by closings.month asc nulls last
        ) as previous_closing_count

    from closings

),

active_clients as (

    select
        closings.month,
        cast(count(distinct client_months.client_id) as bigint)
            as active_count

    from closings
    cross join settings
    inner join client_months
        on
            client_months.order_count > 0
            and client_months.month <= closings.month
            and client_months.month > cast(
                closings.month
                - settings.lost_after_months * interval '1' month as date
            )
    group by 1

),

wrong_months as (

    select
        closings_in_order.month,
        closings_in_order.opening_count,
        closings_in_order.previous_closing_count,
        closings_in_order.closing_count,
        active_clients.active_count

    from closings_in_order
    left join active_clients on closings_in_order.month = active_clients.month
    where
        closings_in_order.opening_count
        <> coalesce(closings_in_order.previous_closing_count, 0)
        or closings_in_order.closing_count
        <> coalesce(active_clients.active_count, 0)

)

select * from wrong_months
