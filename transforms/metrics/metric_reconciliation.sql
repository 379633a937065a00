-- One row per entity that metrics add up: rows and money in the metrics, and
-- what is missing against the marts. Explained are rows that metrics leave out
-- on purpose. What is left as a difference is a fault.
--
-- grain    entity
-- key      entity
-- answers  Did every row of the marts arrive in the numbers?

with

entity_totals as (

    select * from marts.entity_totals

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

sales_by_month as (

    select * from metrics.sales_by_month

),

complaints_by_month as (

    select * from metrics.complaints_by_month

),

mart_lines as (

    select
        cast(count(*) as bigint) as row_count,
        coalesce(sum(order_lines.net_amount), 0) as amount,
        cast(
            count(*) filter (
                where
                    order_lines.is_cancelled
                    or order_lines.order_month is null
            ) as bigint
        ) as left_row_count,
        coalesce(
            sum(order_lines.net_amount) filter (
                where
                    order_lines.is_cancelled
                    or order_lines.order_month is null
            ),
            0
        ) as left_amount

    from order_lines

),

orders_without_lines as (

    select coalesce(sum(orders.net_amount), 0) as amount

    from orders
    where
        orders.amount_basis = 'document'
        and not orders.is_cancelled

),

mart_returns as (

    select
        cast(count(*) as bigint) as row_count,
        coalesce(sum(returns.amount), 0) as amount,
        cast(
            count(*) filter (where not returns.is_counted) as bigint
        ) as left_row_count,
        coalesce(
            sum(returns.amount) filter (where not returns.is_counted), 0
        ) as left_amount

    from returns

),

sales_totals as (

    select
        cast(coalesce(sum(sales_by_month.line_count), 0) as bigint)
            as line_count,
        coalesce(sum(sales_by_month.gross_amount), 0) as gross_amount,
        cast(coalesce(sum(sales_by_month.return_count), 0) as bigint)
            as return_count,
        coalesce(sum(sales_by_month.return_amount), 0) as return_amount

    from sales_by_month

),

complaint_totals as (

    select
        cast(coalesce(sum(complaints_by_month.opened_count), 0) as bigint)
            as opened_count

    from complaints_by_month

),

mart_complaints as (

    select
        cast(
            coalesce(sum(entity_totals.mart_row_count), 0) as bigint
        ) as row_count

    from entity_totals
    where entity_totals.entity = 'complaints'

),

metrics_against_marts as (

    select
        'order_lines' as entity,
        sales_totals.line_count as row_count,
        cast(sales_totals.gross_amount as decimal(38, 4)) as amount,
        mart_lines.left_row_count as explained_row_count,
        cast(
            mart_lines.left_amount - orders_without_lines.amount
            as decimal(38, 4)
        ) as explained_amount,
        cast(
            sales_totals.line_count - mart_lines.row_count
            + mart_lines.left_row_count as bigint
        ) as row_difference,
        cast(
            sales_totals.gross_amount - mart_lines.amount
            + mart_lines.left_amount - orders_without_lines.amount
            as decimal(38, 4)
        ) as difference,
        'sales; explained: cancelled, without order, orders without lines'
            as note

    from sales_totals
    cross join mart_lines
    cross join orders_without_lines
    where
        mart_lines.row_count > 0
        or sales_totals.gross_amount <> 0

    union all

    select
        'returns' as entity,
        sales_totals.return_count as row_count,
        cast(sales_totals.return_amount as decimal(38, 4)) as amount,
        mart_returns.left_row_count as explained_row_count,
        cast(mart_returns.left_amount as decimal(38, 4)) as explained_amount,
        cast(
            sales_totals.return_count - mart_returns.row_count
            + mart_returns.left_row_count as bigint
        ) as row_difference,
        cast(
            sales_totals.return_amount - mart_returns.amount
            + mart_returns.left_amount as decimal(38, 4)
        ) as difference,
        'returns; explained: of cancelled orders' as note

    from sales_totals
    cross join mart_returns
    where mart_returns.row_count > 0

    union all

    select
        'complaints' as entity,
        complaint_totals.opened_count as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as explained_row_count,
        cast(0 as decimal(38, 4)) as explained_amount,
        cast(
            complaint_totals.opened_count - mart_complaints.row_count as bigint
        ) as row_difference,
        cast(null as decimal(38, 4)) as difference,
        'complaints received' as note

    from complaint_totals
    cross join mart_complaints
    where mart_complaints.row_count > 0

)

select * from metrics_against_marts
