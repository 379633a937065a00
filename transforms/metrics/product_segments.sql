-- One row per segmentation, segment and product category: who buys what.
--
-- grain    segmentation, segment, category
-- key      segmentation, segment, category
-- answers  Which products does each kind of client buy more than others?
--
-- Lines of valid orders of the last twelve complete months, before returns; an
-- order without lines tells no product.
-- index = share of the category in the segment's sales / its share in all
-- sales; penetration = buyers / clients of the segment with an order in the
-- window, with Wilson limits; below 30 clients the row is flagged.

with

clock as (

    select * from meta.clock

),

orders as (

    select * from marts.orders

),

order_lines as (

    select * from marts.order_lines

),

products as (

    select * from marts.products

),

client_segments as (

    select * from metrics.client_segments

),

sales_per_client as (

    select
        order_lines.client_id,
        coalesce(products.category, 'unknown') as category,
        cast(sum(order_lines.net_amount) as decimal(38, 4)) as net_amount,
        cast(sum(order_lines.margin_amount) as decimal(38, 4))
            as margin_amount

    from order_lines
    inner join orders on order_lines.order_id = orders.order_id
    cross join clock
    left join products on order_lines.product_id = products.product_id
    where
        orders.is_valid
        and order_lines.client_id is not null
        and order_lines.net_amount > 0
        and orders.order_date
        >= cast(clock.open_month - interval '12' month as date)
        and orders.order_date < clock.open_month
    group by 1, 2

),

sales_per_segment as (

    select
        client_segments.segmentation,
        client_segments.segment,
        sales_per_client.category,
        cast(count(*) as bigint) as buyer_count,
        cast(sum(sales_per_client.net_amount) as decimal(38, 4))
            as net_amount,
        cast(sum(sales_per_client.margin_amount) as decimal(38, 4))
            as margin_amount

    from sales_per_client
    inner join client_segments
        on sales_per_client.client_id = client_segments.client_id
    group by 1, 2, 3

),

segment_clients as (

    select
        client_segments.segmentation,
        client_segments.segment,
        cast(count(distinct sales_per_client.client_id) as bigint)
            as client_count

    from sales_per_client
    inner join client_segments
        on sales_per_client.client_id = client_segments.client_id
    group by 1, 2

),

totals as (

    select
        sales_per_segment.segmentation,
        sales_per_segment.segment,
        sales_per_segment.category,
        sales_per_segment.buyer_count,
        segment_clients.client_count,
        sales_per_segment.net_amount,
        sales_per_segment.margin_amount,
        cast(sales_per_segment.net_amount as double) as amount,
        cast(
            sum(sales_per_segment.net_amount) over (
                partition by
                    sales_per_segment.segmentation, sales_per_segment.segment
            ) as double
        ) as segment_amount,
        cast(
            sum(sales_per_segment.net_amount) over (
                partition by
                    sales_per_segment.segmentation, sales_per_segment.category
            ) as double
        ) as category_amount,
        cast(
            sum(sales_per_segment.net_amount) over (
                partition by sales_per_segment.segmentation
            ) as double
        ) as all_amount,
        cast(sales_per_segment.buyer_count as double) as hits,
        cast(segment_clients.client_count as double) as size_n,
        1.959964e0 * 1.959964e0 as squared_z

    from sales_per_segment
    inner join segment_clients
        on
            sales_per_segment.segmentation = segment_clients.segmentation
            and sales_per_segment.segment = segment_clients.segment

),

shares as (

    select
        totals.segmentation,
        totals.segment,
        totals.category,
        totals.net_amount,
        totals.margin_amount,
        cast(totals.amount as double)
        / nullif(totals.segment_amount, 0) as share_of_segment,
        cast(totals.amount as double)
        / nullif(totals.category_amount, 0) as share_of_category,
        cast(totals.amount * totals.all_amount as double)
        / nullif(totals.segment_amount * totals.category_amount, 0)
            as index_ratio,
        totals.buyer_count,
        totals.client_count,
        cast(totals.hits as double) / nullif(totals.size_n, 0) as penetration,
        cast(
            totals.hits + totals.squared_z * 0.5e0
            - 1.959964e0 * sqrt(
                totals.hits
                * cast(totals.size_n - totals.hits as double)
                / nullif(totals.size_n, 0)
                + totals.squared_z * 0.25e0
            ) as double
        ) / nullif(totals.size_n + totals.squared_z, 0) as penetration_lower,
        cast(
            totals.hits + totals.squared_z * 0.5e0
            + 1.959964e0 * sqrt(
                totals.hits
                * cast(totals.size_n - totals.hits as double)
                / nullif(totals.size_n, 0)
                + totals.squared_z * 0.25e0
            ) as double
        ) / nullif(totals.size_n + totals.squared_z, 0) as penetration_upper,
        case when totals.client_count < 30 then 'low_n' else 'ok' end
            as quality_flag,
        clock.as_of_date

    from totals
    cross join clock

)

select * from shares
