-- One row per return, as its source states it, with the day of the sale it
-- takes back: of its order, named or found by the line, else its own. Returns
-- dated after the as-of day are left out.
--
-- grain    return_id
-- key      return_id
-- kept as table

with

returns as (

    select * from raw.returns

),

client_ids as (

    select * from staging.client_ids

),

order_lines as (

    select * from raw.order_lines

),

orders as (

    select * from raw.orders

),

clock as (

    select * from meta.clock

),

returns_with_line as (

    select
        returns.return_id,
        coalesce(returns.order_id, order_lines.order_id) as order_id

    from returns
    left join order_lines
        on returns.order_line_id = order_lines.order_line_id

),

sale_days as (

    select
        returns_with_line.return_id,
        orders.order_date

    from returns_with_line
    inner join orders on returns_with_line.order_id = orders.order_id
    cross join clock
    where orders.order_date <= clock.as_of_date

),

returns_known as (

    select
        returns.return_id,
        returns.order_id,
        returns.order_line_id,
        coalesce(client_ids.client_id, returns.client_id) as client_id,
        returns.product_id,
        returns.region,
        returns.return_date,
        coalesce(sale_days.order_date, returns.return_date) as sales_date,
        returns.quantity,
        returns.amount,
        returns.currency,
        returns.reason,
        returns._source as source,
        returns._file_id,
        returns._record

    from returns
    left join client_ids on returns.client_id = client_ids.source_client_id
    left join sale_days on returns.return_id = sale_days.return_id
    cross join clock
    where
        returns.return_date <= clock.as_of_date

)

select * from returns_known
