-- One row per order, in the reporting currency: the sum of its lines, or, where
-- no line has an amount, what the document states. Returns are not taken off:
-- they have a day of their own.
--
-- grain    order_id
-- key      order_id
-- answers  What was sold, to whom, by whom?

with

order_headers as (

    select * from marts.order_headers

),

order_lines as (

    select * from marts.order_lines

),

shipments as (

    select * from marts.shipments

),

lines_per_order as (

    select
        order_lines.order_id,
        cast(count(*) as bigint) as line_count,
        cast(sum(order_lines.quantity) as decimal(18, 3)) as quantity,
        cast(sum(order_lines.net_amount) as decimal(18, 4)) as net_amount,
        case
            when count(*) = count(order_lines.cost_amount)
                then cast(sum(order_lines.cost_amount) as decimal(18, 4))
        end as cost_amount

    from order_lines
    group by 1

),

deliveries_per_order as (

    select
        shipments.order_id,
        case
            when count(*) = count(shipments.arrival_date)
                then max(shipments.arrival_date)
        end as delivered_date

    from shipments
    group by 1

),

orders_with_lines as (

    select
        order_headers.order_id,
        order_headers.client_id,
        order_headers.order_date,
        order_headers.order_month,
        order_headers.status,
        order_headers.cancelled_by,
        order_headers.is_cancelled,
        not order_headers.is_cancelled
        and coalesce(
            lines_per_order.net_amount, order_headers.document_amount, 0
        ) > 0 as is_valid,
        order_headers.channel,
        order_headers.manager_id,
        order_headers.named_manager_id,
        order_headers.manager_basis,
        order_headers.campaign_id,
        order_headers.region,
        order_headers.currency,
        order_headers.has_rate,
        coalesce(lines_per_order.line_count, 0) as line_count,
        coalesce(
            lines_per_order.quantity, cast(0 as decimal(18, 3))
        ) as quantity,
        case
            when lines_per_order.net_amount is not null then 'lines'
            when order_headers.document_amount is not null then 'document'
            else 'unknown'
        end as amount_basis,
        coalesce(
            lines_per_order.net_amount,
            order_headers.document_amount
        ) as net_amount,
        order_headers.document_amount,
        lines_per_order.cost_amount,
        cast(
            lines_per_order.net_amount - lines_per_order.cost_amount
            as decimal(18, 4)
        ) as margin_amount,
        order_headers.requested_date,
        order_headers.promised_date,
        deliveries_per_order.delivered_date,
        not order_headers.is_cancelled
        and deliveries_per_order.delivered_date is not null as is_delivered,
        order_headers.source,
        order_headers._file_id,
        order_headers._record

    from order_headers
    left join lines_per_order
        on order_headers.order_id = lines_per_order.order_id
    left join deliveries_per_order
        on order_headers.order_id = deliveries_per_order.order_id

)

select * from orders_with_lines
