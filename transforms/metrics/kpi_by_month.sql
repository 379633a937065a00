-- One row per month from the first sale to the as-of day: the company in
-- figures. Totals are sums, rates are ratios of sums. Months without anything
-- are zero, not missing.
--
-- grain    month
-- key      month
-- answers  Where do we stand, and how did it move?

with

sales_by_month as (

    select * from metrics.sales_by_month

),

plan_vs_actual as (

    select * from metrics.plan_vs_actual

),

otif_by_month as (

    select * from metrics.otif_by_month

),

complaints_by_month as (

    select * from metrics.complaints_by_month

),

complaint_rate_by_month as (

    select * from metrics.complaint_rate_by_month

),

orders as (

    select * from marts.orders

),

client_months as (

    select * from marts.client_months
    where order_count > 0

),

returns as (

    select * from marts.returns

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

),

sales_per_month as (

    select
        sales_by_month.month,
        cast(sum(sales_by_month.net_amount) as decimal(38, 4)) as net_amount,
        cast(sum(sales_by_month.gross_amount) as decimal(38, 4))
            as gross_amount,
        cast(sum(sales_by_month.return_amount) as decimal(38, 4))
            as return_amount,
        cast(sum(sales_by_month.margin_amount) as decimal(38, 4))
            as margin_amount,
        cast(sum(sales_by_month.costed_amount) as decimal(38, 4))
            as costed_amount

    from sales_by_month
    group by 1

),

returns_per_month as (

    select
        returns.return_month as month,
        cast(sum(returns.amount) as decimal(38, 4)) as came_back_amount

    from returns
    where returns.is_counted
    group by 1

),

orders_per_month as (

    select
        orders.order_month as month,
        cast(count(*) as bigint) as order_count,
        cast(sum(orders.net_amount) as decimal(38, 4)) as order_amount

    from orders
    where orders.is_valid
    group by 1

),

clients_per_month as (

    select
        client_months.month,
        cast(count(*) as bigint) as active_client_count

    from client_months
    group by 1

),

first_months_per_client as (

    select
        client_months.client_id,
        min(client_months.month) as month

    from client_months
    group by 1

),

new_clients_per_month as (

    select
        first_months_per_client.month,
        cast(count(*) as bigint) as new_client_count

    from first_months_per_client
    group by 1

),

plans_per_month as (

    select
        plan_vs_actual.month,
        cast(sum(plan_vs_actual.plan_amount) as decimal(38, 4)) as plan_amount,
        cast(sum(plan_vs_actual.plan_to_date_amount) as decimal(38, 4))
            as plan_to_date_amount

    from plan_vs_actual
    where plan_vs_actual.is_total_grain
    group by 1

),

deliveries_per_month as (

    select
        otif_by_month.due_month as month,
        cast(sum(otif_by_month.lines_due_count) as bigint) as lines_due_count,
        cast(sum(otif_by_month.on_time_count) as bigint) as on_time_count,
        cast(sum(otif_by_month.otif_count) as bigint) as otif_count

    from otif_by_month
    group by 1

),

complaints_per_month as (

    select
        complaints_by_month.month,
        cast(sum(complaints_by_month.opened_count) as bigint)
            as complaint_count

    from complaints_by_month
    group by 1

),

months_of_calendar as (

    select
        calendar.month,
        max(calendar.day) as last_day

    from calendar
    group by 1

),

first_months as (

    select min(sales_per_month.month) as month from sales_per_month

),

shown_months as (

    select sales_per_month.month from sales_per_month

    union

    select orders_per_month.month from orders_per_month

    union

    select returns_per_month.month from returns_per_month

    union

    select months_of_calendar.month
    from months_of_calendar
    cross join first_months
    cross join clock
    where
        months_of_calendar.month >= first_months.month
        and months_of_calendar.month <= clock.as_of_date

),

figures_per_month as (

    select
        shown_months.month,
        coalesce(sales_per_month.net_amount, cast(0 as decimal(38, 4)))
            as net_amount,
        coalesce(sales_per_month.gross_amount, cast(0 as decimal(38, 4)))
            as gross_amount,
        coalesce(sales_per_month.return_amount, cast(0 as decimal(38, 4)))
            as return_amount,
        coalesce(
            returns_per_month.came_back_amount, cast(0 as decimal(38, 4))
        ) as came_back_amount,
        sales_per_month.margin_amount,
        cast(sales_per_month.margin_amount as double)
        / nullif(cast(sales_per_month.costed_amount as double), 0)
            as margin_rate,
        coalesce(orders_per_month.order_count, 0) as order_count,
        coalesce(clients_per_month.active_client_count, 0)
            as active_client_count,
        coalesce(new_clients_per_month.new_client_count, 0)
            as new_client_count,
        cast(
            cast(orders_per_month.order_amount as double)
            / nullif(cast(orders_per_month.order_count as double), 0)
            as decimal(38, 4)
        ) as average_order_amount,
        plans_per_month.plan_amount,
        case
            when plans_per_month.plan_amount > 0
                then
                    cast(coalesce(sales_per_month.net_amount, 0) as double)
                    / nullif(cast(plans_per_month.plan_amount as double), 0)
        end as attainment_rate,
        plans_per_month.plan_to_date_amount,
        case
            when plans_per_month.plan_to_date_amount > 0
                then
                    cast(coalesce(sales_per_month.net_amount, 0) as double)
                    / nullif(
                        cast(plans_per_month.plan_to_date_amount as double), 0
                    )
        end as attainment_to_date_rate,
        coalesce(deliveries_per_month.lines_due_count, 0) as lines_due_count,
        cast(deliveries_per_month.on_time_count as double)
        / nullif(cast(deliveries_per_month.lines_due_count as double), 0)
            as on_time_rate,
        cast(deliveries_per_month.otif_count as double)
        / nullif(cast(deliveries_per_month.lines_due_count as double), 0)
            as otif_rate,
        coalesce(complaints_per_month.complaint_count, 0) as complaint_count,
        coalesce(complaint_rate_by_month.delivered_order_count, 0)
            as delivered_order_count,
        complaint_rate_by_month.complaints_per_100_orders,
        coalesce(
            months_of_calendar.last_day <= clock.as_of_date,
            shown_months.month <= clock.as_of_date
        ) as is_complete,
        clock.as_of_date

    from shown_months
    cross join clock
    left join sales_per_month on shown_months.month = sales_per_month.month
    left join orders_per_month on shown_months.month = orders_per_month.month
    left join returns_per_month on shown_months.month = returns_per_month.month
    left join clients_per_month on shown_months.month = clients_per_month.month
    left join new_clients_per_month
        on shown_months.month = new_clients_per_month.month
    left join plans_per_month on shown_months.month = plans_per_month.month
    left join deliveries_per_month
        on shown_months.month = deliveries_per_month.month
    left join complaints_per_month
        on shown_months.month = complaints_per_month.month
    left join complaint_rate_by_month
        on shown_months.month = complaint_rate_by_month.month
    left join months_of_calendar
        on shown_months.month = months_of_calendar.month

),

figures_with_previous_year as (

    select
        figures_per_month.month,
        figures_per_month.net_amount,
        figures_per_month.gross_amount,
        figures_per_month.return_amount,
        figures_per_month.came_back_amount,
        figures_per_month.margin_amount,
        figures_per_month.margin_rate,
        figures_per_month.order_count,
        figures_per_month.active_client_count,
        figures_per_month.new_client_count,
        figures_per_month.average_order_amount,
        figures_per_month.plan_amount,
        figures_per_month.attainment_rate,
        figures_per_month.plan_to_date_amount,
        figures_per_month.attainment_to_date_rate,
        previous_years.net_amount as previous_year_net_amount,
        figures_per_month.lines_due_count,
        figures_per_month.on_time_rate,
        figures_per_month.otif_rate,
        figures_per_month.complaint_count,
        figures_per_month.delivered_order_count,
        figures_per_month.complaints_per_100_orders,
        figures_per_month.is_complete,
        figures_per_month.as_of_date

    from figures_per_month
    left join figures_per_month as previous_years
        on
            cast(figures_per_month.month - interval '12' month as date)
            = previous_years.month

)

select * from figures_with_previous_year
