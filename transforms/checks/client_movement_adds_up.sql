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

months_with_orders as (

    select
        client_months.client_id,
        client_months.month,
        lead(client_months.month) over (
            partition by client_months.client_id
            order by client_months.month asc nulls last
        ) as next_month,
        cast(
            client_months.month
            + settings.lost_after_months * interval '1' month as date
        ) as lost_month

    from client_months
    cross join settings
    where client_months.order_count > 0

),

-- A client is active from a month with orders to its next one, if that comes
-- before it counts as lost.
changes_per_month as (

    select
        months_with_orders.month,
        count(*) as change_count

    from months_with_orders
    group by 1

    union all

    select
        case
            when months_with_orders.next_month < months_with_orders.lost_month
                then months_with_orders.next_month
            else months_with_orders.lost_month
        end as month,
        -count(*) as change_count

    from months_with_orders
    group by 1

),

active_clients as (

    select
        closings.month,
        cast(sum(changes_per_month.change_count) as bigint) as active_count

    from closings
    inner join changes_per_month on closings.month >= changes_per_month.month
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
        <> closings_in_order.previous_closing_count
        or closings_in_order.closing_count
        <> coalesce(active_clients.active_count, 0)

)

select * from wrong_months
