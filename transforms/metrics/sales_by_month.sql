-- One row per month, region, manager, direction and product: sales, returns and
-- margin. Cancelled orders do not count. A return reduces the month of its
-- order; where no order is known, the month it came back in. Margin is that of
-- goods sold whose cost is known, before returns.
--
-- grain    month, region, manager, direction, product
-- key      month, region, manager_id, direction, product_id
-- answers  What did we sell, where, by whom, of what, and at what margin?

with

order_lines as (

    select * from marts.order_lines

),

orders as (

    select * from marts.orders

),

returns as (

    select * from marts.returns

),

managers as (

    select * from marts.managers

),

sales_per_cell as (

    select
        order_lines.order_month as month,
        order_lines.region,
        order_lines.manager_id,
        order_lines.direction,
        order_lines.product_id,
        sum(order_lines.net_amount) as gross_amount,
        cast(0 as decimal(38, 4)) as return_amount,
        sum(order_lines.cost_amount) filter (
            where order_lines.margin_amount is not null
        ) as cost_amount,
        sum(order_lines.net_amount) filter (
            where order_lines.margin_amount is not null
        ) as costed_amount,
        -- Units nobody knows the value of would make the others look cheaper.
        sum(order_lines.quantity) filter (
            where order_lines.net_amount is not null
        ) as quantity,
        cast(0 as decimal(38, 3)) as returned_quantity,
        count(*) as line_count,
        cast(0 as bigint) as return_count

    from order_lines
    where
        not order_lines.is_cancelled
        and order_lines.order_month is not null
    group by 1, 2, 3, 4, 5

),

sales_without_lines_per_cell as (

    select
        orders.order_month as month,
        orders.region,
        orders.manager_id,
        coalesce(managers.direction, 'unknown') as direction,
        cast(null as varchar) as product_id,
        sum(orders.net_amount) as gross_amount,
        cast(0 as decimal(38, 4)) as return_amount,
        cast(null as decimal(38, 4)) as cost_amount,
        cast(null as decimal(38, 4)) as costed_amount,
        cast(0 as decimal(38, 3)) as quantity,
        cast(0 as decimal(38, 3)) as returned_quantity,
        cast(0 as bigint) as line_count,
        cast(0 as bigint) as return_count

    from orders
    left join managers
        on orders.manager_id = managers.manager_id
    where
        not orders.is_cancelled
        and orders.amount_basis = 'document'
    group by 1, 2, 3, 4, 5

),

returns_per_cell as (

    select
        returns.sales_month as month,
        returns.region,
        returns.manager_id,
        returns.direction,
        returns.product_id,
        cast(0 as decimal(38, 4)) as gross_amount,
        sum(returns.amount) as return_amount,
        cast(null as decimal(38, 4)) as cost_amount,
        cast(null as decimal(38, 4)) as costed_amount,
        cast(0 as decimal(38, 3)) as quantity,
        sum(returns.quantity) as returned_quantity,
        cast(0 as bigint) as line_count,
        count(*) as return_count

    from returns
    where returns.is_counted
    group by 1, 2, 3, 4, 5

),

all_cells as (

    select
        sales_per_cell.month,
        sales_per_cell.region,
        sales_per_cell.manager_id,
        sales_per_cell.direction,
        sales_per_cell.product_id,
        sales_per_cell.gross_amount,
        sales_per_cell.return_amount,
        sales_per_cell.cost_amount,
        sales_per_cell.costed_amount,
        sales_per_cell.quantity,
        sales_per_cell.returned_quantity,
        sales_per_cell.line_count,
        sales_per_cell.return_count

    from sales_per_cell

    union all

    select
        sales_without_lines_per_cell.month,
        sales_without_lines_per_cell.region,
        sales_without_lines_per_cell.manager_id,
        sales_without_lines_per_cell.direction,
        sales_without_lines_per_cell.product_id,
        sales_without_lines_per_cell.gross_amount,
        sales_without_lines_per_cell.return_amount,
        sales_without_lines_per_cell.cost_amount,
        sales_without_lines_per_cell.costed_amount,
        sales_without_lines_per_cell.quantity,
        sales_without_lines_per_cell.returned_quantity,
        sales_without_lines_per_cell.line_count,
        sales_without_lines_per_cell.return_count

    from sales_without_lines_per_cell

    union all

    select
        returns_per_cell.month,
        returns_per_cell.region,
        returns_per_cell.manager_id,
        returns_per_cell.direction,
        returns_per_cell.product_id,
        returns_per_cell.gross_amount,
        returns_per_cell.return_amount,
        returns_per_cell.cost_amount,
        returns_per_cell.costed_amount,
        returns_per_cell.quantity,
        returns_per_cell.returned_quantity,
        returns_per_cell.line_count,
        returns_per_cell.return_count

    from returns_per_cell

),

cells_added_up as (

    select
        all_cells.month,
        all_cells.region,
        coalesce(all_cells.manager_id, 'unknown') as manager_id,
        all_cells.direction,
        coalesce(all_cells.product_id, 'unknown') as product_id,
        cast(
            coalesce(sum(all_cells.gross_amount), 0) as decimal(38, 4)
        ) as gross_amount,
        cast(
            coalesce(sum(all_cells.return_amount), 0) as decimal(38, 4)
        ) as return_amount,
        cast(
            coalesce(sum(all_cells.cost_amount), 0) as decimal(38, 4)
        ) as cost_amount,
        cast(
            coalesce(sum(all_cells.costed_amount), 0) as decimal(38, 4)
        ) as costed_amount,
        cast(
            sum(all_cells.costed_amount) - sum(all_cells.cost_amount)
            as decimal(38, 4)
        ) as margin_amount,
        cast(
            coalesce(sum(all_cells.quantity), 0) as decimal(38, 3)
        ) as quantity,
        cast(
            coalesce(sum(all_cells.returned_quantity), 0) as decimal(38, 3)
        ) as returned_quantity,
        cast(sum(all_cells.line_count) as bigint) as line_count,
        cast(sum(all_cells.return_count) as bigint) as return_count

    from all_cells
    group by 1, 2, 3, 4, 5

),

cells_with_net as (

    select
        cells_added_up.month,
        cells_added_up.region,
        cells_added_up.manager_id,
        cells_added_up.direction,
        cells_added_up.product_id,
        cells_added_up.gross_amount,
        cells_added_up.return_amount,
        cast(
            cells_added_up.gross_amount - cells_added_up.return_amount
            as decimal(38, 4)
        ) as net_amount,
        cells_added_up.cost_amount,
        cells_added_up.costed_amount,
        cells_added_up.margin_amount,
        cells_added_up.quantity,
        cells_added_up.returned_quantity,
        cells_added_up.line_count,
        cells_added_up.return_count

    from cells_added_up

)

select * from cells_with_net
