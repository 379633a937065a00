-- One row per client with sales, returns or contacts in the last twelve
-- complete months: what it brings after all it costs.
--
-- grain    client
-- key      client_id
-- answers  Who are our most profitable clients, and on whom do we lose money?
--
-- An order without lines is worth its document. list = net + discount of the
-- lines, where discount = net × d / (1 - d).
-- profit = net sales - returns - goods sold + worth of goods returned
-- - deliveries - contacts - complaints - campaigns, over what is known: lines
-- without a cost leave profit out of reach in that part (costed_share), as do
-- lines without an amount where nothing else was sold; unit costs that the
-- settings do not give are not counted (quality_flag). A campaign's discounts
-- are in the price already. What serving costs: metrics.client_service_costs.

with

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

order_lines as (

    select * from marts.order_lines

),

orders as (

    select * from marts.orders

),

returns as (

    select * from marts.returns

),

service_costs as (

    select * from metrics.client_service_costs

),

clients as (

    select * from marts.clients

),

window_days as (

    select
        cast(clock.open_month - interval '12' month as date) as from_date,
        cast(clock.open_month - interval '1' day as date) as to_date,
        clock.as_of_date

    from clock

),

sales as (

    select
        order_lines.client_id,
        cast(sum(order_lines.net_amount) as decimal(38, 4)) as net_amount,
        cast(
            sum(
                cast(
                    cast(
                        order_lines.net_amount * order_lines.discount_share
                        as double
                    ) / nullif(1 - order_lines.discount_share, 0)
                    as decimal(38, 4)
                )
            ) filter (where order_lines.discount_share <> 0)
            as decimal(38, 4)
        ) as discount_amount,
        cast(
            sum(order_lines.cost_amount) filter (
                where order_lines.net_amount is not null
            ) as decimal(38, 4)
        ) as cost_amount,
        cast(
            sum(order_lines.net_amount) filter (
                where order_lines.cost_amount is not null
            ) as decimal(38, 4)
        ) as costed_amount,
        count(order_lines.net_amount) < count(*) as has_unknown_amount

    from order_lines
    cross join window_days
    where
        not order_lines.is_cancelled
        and order_lines.client_id is not null
        and order_lines.order_date >= window_days.from_date
        and order_lines.order_date <= window_days.to_date
    group by 1

),

order_counts as (

    select
        orders.client_id,
        cast(count(*) filter (where orders.is_valid) as bigint) as order_count,
        cast(
            sum(orders.net_amount) filter (
                where
                not orders.is_cancelled
                and orders.amount_basis = 'document'
            ) as decimal(38, 4)
        ) as document_amount

    from orders
    cross join window_days
    where
        orders.client_id is not null
        and orders.order_date >= window_days.from_date
        and orders.order_date <= window_days.to_date
    group by 1

),

goods_back as (

    select
        returns.client_id,
        cast(sum(returns.amount) as decimal(38, 4)) as return_amount,
        cast(
            sum(
                cast(
                    cast(order_lines.cost_amount * returns.quantity as double)
                    / nullif(order_lines.quantity, 0)
                    * settings.returned_goods_value_share as decimal(38, 4)
                )
            ) as decimal(38, 4)
        ) as returned_goods_amount

    from returns
    cross join window_days
    cross join settings
    left join marts.order_lines
        on returns.order_line_id = order_lines.order_line_id
    where
        returns.is_counted
        and returns.client_id is not null
        and returns.sales_date >= window_days.from_date
        and returns.sales_date <= window_days.to_date
    group by 1

),

known_clients as (

    select
        clients.client_id,
        window_days.from_date as window_from_date,
        window_days.to_date as window_to_date,
        window_days.as_of_date,
        coalesce(order_counts.order_count, 0) as order_count,
        coalesce(service_costs.delivery_count, 0) as delivery_count,
        coalesce(service_costs.contact_count, 0) as contact_count,
        coalesce(service_costs.complaint_count, 0) as complaint_count,
        coalesce(sales.net_amount, 0)
        + coalesce(order_counts.document_amount, 0) as sold_amount,
        coalesce(sales.discount_amount, 0) as discount_amount,
        coalesce(goods_back.return_amount, 0) as return_amount,
        coalesce(goods_back.returned_goods_amount, 0)
            as returned_goods_amount,
        sales.cost_amount,
        coalesce(sales.costed_amount, 0) as costed_amount,
        coalesce(sales.has_unknown_amount, false) as has_unknown_amount,
        coalesce(service_costs.delivery_amount, 0) as delivery_amount,
        coalesce(service_costs.contact_amount, 0) as contact_amount,
        coalesce(service_costs.complaint_amount, 0) as complaint_amount,
        coalesce(service_costs.campaign_amount, 0) as campaign_amount,
        coalesce(service_costs.cost_to_serve_amount, 0)
            as cost_to_serve_amount,
        coalesce(
            settings.unit_cost_delivery, settings.unit_cost_call,
            settings.unit_cost_meeting, settings.unit_cost_visit,
            settings.unit_cost_message, settings.unit_cost_complaint
        ) is not null as has_unit_costs

    from clients
    cross join window_days
    cross join settings
    left join sales on clients.client_id = sales.client_id
    left join order_counts on clients.client_id = order_counts.client_id
    left join goods_back on clients.client_id = goods_back.client_id
    left join service_costs on clients.client_id = service_costs.client_id
    where
        order_counts.document_amount is not null
        or coalesce(
            sales.client_id, goods_back.client_id, service_costs.client_id
        ) is not null

),

costs_added_up as (

    select
        known_clients.client_id,
        known_clients.window_from_date,
        known_clients.window_to_date,
        known_clients.as_of_date,
        known_clients.order_count,
        known_clients.delivery_count,
        known_clients.contact_count,
        known_clients.complaint_count,
        known_clients.sold_amount,
        known_clients.discount_amount,
        known_clients.return_amount,
        known_clients.returned_goods_amount,
        known_clients.cost_amount,
        known_clients.delivery_amount,
        known_clients.contact_amount,
        known_clients.complaint_amount,
        known_clients.campaign_amount,
        known_clients.has_unit_costs,
        case
            when
                known_clients.costed_amount >= 0
                and known_clients.costed_amount <= known_clients.sold_amount
                then
                    cast(known_clients.costed_amount as double)
                    / nullif(known_clients.sold_amount, 0)
        end as costed_share,
        known_clients.costed_amount <> known_clients.sold_amount
            as is_part_uncosted,
        known_clients.cost_to_serve_amount,
        coalesce(known_clients.cost_amount, 0)
        - known_clients.returned_goods_amount as goods_amount,
        (
            known_clients.sold_amount = 0
            and not known_clients.has_unknown_amount
        )
        or known_clients.costed_amount > 0 as is_costed

    from known_clients

),

profits as (

    select
        costs_added_up.client_id,
        costs_added_up.window_from_date,
        costs_added_up.window_to_date,
        costs_added_up.order_count,
        costs_added_up.delivery_count,
        costs_added_up.contact_count,
        costs_added_up.complaint_count,
        cast(
            costs_added_up.sold_amount + costs_added_up.discount_amount
            as decimal(38, 4)
        ) as list_amount,
        cast(costs_added_up.discount_amount as decimal(38, 4))
            as discount_amount,
        cast(costs_added_up.return_amount as decimal(38, 4)) as return_amount,
        cast(
            costs_added_up.sold_amount - costs_added_up.return_amount
            as decimal(38, 4)
        ) as net_amount,
        case
            when costs_added_up.is_costed
                then cast(costs_added_up.goods_amount as decimal(38, 4))
        end as goods_amount,
        costs_added_up.delivery_amount,
        costs_added_up.contact_amount,
        costs_added_up.complaint_amount,
        costs_added_up.campaign_amount,
        costs_added_up.cost_to_serve_amount,
        case
            when costs_added_up.is_costed
                then cast(
                    costs_added_up.sold_amount - costs_added_up.return_amount
                    - costs_added_up.goods_amount
                    - costs_added_up.cost_to_serve_amount as decimal(38, 4)
                )
        end as profit_amount,
        costs_added_up.costed_share,
        case
            when not costs_added_up.is_costed then 'no_cost'
            when
                costs_added_up.costed_share < 0.95e0
                or (
                    costs_added_up.costed_share is null
                    and costs_added_up.is_part_uncosted
                )
                then 'partial_cost'
            when not costs_added_up.has_unit_costs then 'no_unit_costs'
            else 'ok'
        end as quality_flag,
        costs_added_up.as_of_date

    from costs_added_up

)

select * from profits
