-- One row per day, region, manager and direction: sales, returns and margin, as
-- by month, but of the day. Cancelled orders do not count. A return reduces the
-- day of its order; where no order is known, the day it came back on.
--
-- grain    day, region, manager, direction
-- key      day, region, manager_id, direction
-- answers  What did we sell these days, where, by whom, and at what margin?

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
        order_lines.order_date as day,
        order_lines.region,
        order_lines.manager_id,
        order_lines.direction,
        sum(order_lines.net_amount) as gross_amount,
        cast(0 as decimal(38, 4)) as return_amount,
        sum(order_lines.cost_amount) filter (
            where order_lines.margin_amount is not null
        ) as cost_amount,
        sum(order_lines.net_amount) filter (
            where order_lines.margin_amount is not null
        ) as costed_amount

    from order_lines
    where
        not order_lines.is_cancelled
        and order_lines.order_date is not null
    group by 1, 2, 3, 4

),

sales_without_lines_per_cell as (

    select
        orders.order_date as day,
        orders.region,
        orders.manager_id,
        coalesce(managers.direction, 'unknown') as direction,
        sum(orders.net_amount) as gross_amount,
        cast(0 as decimal(38, 4)) as return_amount,
        cast(null as decimal(38, 4)) as cost_amount,
        cast(null as decimal(38, 4)) as costed_amount

    from orders
    left join managers
        on orders.manager_id = managers.manager_id
    where
        not orders.is_cancelled
        and orders.amount_basis = 'document'
    group by 1, 2, 3, 4

),

returns_per_cell as (

    select
        returns.sales_date as day,
        returns.region,
        returns.manager_id,
        returns.direction,
        cast(0 as decimal(38, 4)) as gross_amount,
        sum(returns.amount) as return_amount,
        cast(null as decimal(38, 4)) as cost_amount,
        cast(null as decimal(38, 4)) as costed_amount

    from returns
    where returns.is_counted
    group by 1, 2, 3, 4

),

all_cells as (

    select
        sales_per_cell.day,
        sales_per_cell.region,
        sales_per_cell.manager_id,
        sales_per_cell.direction,
        sales_per_cell.gross_amount,
        sales_per_cell.return_amount,
        sales_per_cell.cost_amount,
        sales_per_cell.costed_amount

    from sales_per_cell

    union all

    select
        sales_without_lines_per_cell.day,
        sales_without_lines_per_cell.region,
        sales_without_lines_per_cell.manager_id,
        sales_without_lines_per_cell.direction,
        sales_without_lines_per_cell.gross_amount,
        sales_without_lines_per_cell.return_amount,
        sales_without_lines_per_cell.cost_amount,
        sales_without_lines_per_cell.costed_amount

    from sales_without_lines_per_cell

    union all

    select
        returns_per_cell.day,
        returns_per_cell.region,
        returns_per_cell.manager_id,
        returns_per_cell.direction,
        returns_per_cell.gross_amount,
        returns_per_cell.return_amount,
        returns_per_cell.cost_amount,
        returns_per_cell.costed_amount

    from returns_per_cell

),

cells_added_up as (

    select
        all_cells.day,
        cast(date_trunc('month', all_cells.day) as date) as month,
        all_cells.region,
        coalesce(all_cells.manager_id, 'unknown') as manager_id,
        all_cells.direction,
        cast(
            coalesce(sum(all_cells.gross_amount), 0) as decimal(38, 4)
        ) as gross_amount,
        cast(
            coalesce(sum(all_cells.return_amount), 0) as decimal(38, 4)
        ) as return_amount,
        cast(
            coalesce(sum(all_cells.costed_amount), 0) as decimal(38, 4)
        ) as costed_amount,
        cast(
            sum(all_cells.costed_amount) - sum(all_cells.cost_amount)
            as decimal(38, 4)
        ) as margin_amount

    from all_cells
    group by 1, 2, 3, 4, 5

),

cells_with_net as (

    select
        cells_added_up.day,
        cells_added_up.month,
        cells_added_up.region,
        cells_added_up.manager_id,
        cells_added_up.direction,
        cells_added_up.gross_amount,
        cells_added_up.return_amount,
        cast(
            cells_added_up.gross_amount - cells_added_up.return_amount
            as decimal(38, 4)
        ) as net_amount,
        cells_added_up.costed_amount,
        cells_added_up.margin_amount

    from cells_added_up

)

select * from cells_with_net
