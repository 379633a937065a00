-- One row per return of goods, valued in the reporting currency. A return takes
-- revenue back from the day of its order, at the rate of that day; where no
-- order is known, from the day it came back. Its line is the one it names, else
-- the only one of its order with its product. A return without a value is worth
-- its quantity at the net price of its line, else at the list price of its
-- product. Returns of cancelled orders do not reduce sales: those sales never
-- counted.
--
-- grain    return_id
-- key      return_id

with

returns as (

    select * from staging.returns

),

order_lines as (

    select * from marts.order_lines

),

order_headers as (

    select * from marts.order_headers

),

clients as (

    select * from staging.clients

),

client_owners as (

    select * from marts.client_owners

),

managers as (

    select * from staging.managers

),

products as (

    select * from staging.products

),

document_rates as (

    select * from marts.document_rates

),

settings as (

    select * from meta.settings

),

lines_found as (

    select
        returns.return_id,
        min(order_lines.order_line_id) as order_line_id

    from returns
    inner join marts.order_lines
        on
            returns.order_id = order_lines.order_id
            and returns.product_id = order_lines.product_id
    where returns.order_line_id is null
    group by 1
    having count(*) = 1

),

returns_with_line as (

    select
        returns.return_id,
        coalesce(returns.order_id, order_lines.order_id) as order_id,
        coalesce(returns.order_line_id, lines_found.order_line_id)
            as order_line_id,
        returns.client_id,
        coalesce(returns.product_id, order_lines.product_id) as product_id,
        returns.region,
        returns.return_date,
        returns.sales_date,
        returns.quantity,
        returns.amount,
        coalesce(returns.currency, settings.reporting_currency) as currency,
        returns.reason,
        case
            when
                order_lines.net_amount is not null
                and order_lines.quantity <> 0
                then cast(
                    cast(order_lines.net_amount as double)
                    * cast(returns.quantity as double)
                    / nullif(cast(order_lines.quantity as double), 0)
                    as decimal(18, 4)
                )
        end as amount_of_line,
        returns.source,
        returns._file_id,
        returns._record

    from returns
    cross join settings
    left join lines_found on returns.return_id = lines_found.return_id
    left join order_lines
        on
            coalesce(returns.order_line_id, lines_found.order_line_id)
            = order_lines.order_line_id

),

returns_with_order as (

    select
        returns_with_line.return_id,
        returns_with_line.order_id,
        returns_with_line.order_line_id,
        coalesce(order_headers.client_id, returns_with_line.client_id)
            as client_id,
        returns_with_line.product_id,
        coalesce(order_headers.region, returns_with_line.region) as region,
        order_headers.manager_id as order_manager_id,
        coalesce(order_headers.is_cancelled, false) as is_cancelled,
        returns_with_line.return_date,
        returns_with_line.sales_date,
        returns_with_line.quantity,
        returns_with_line.amount,
        returns_with_line.currency,
        returns_with_line.reason,
        returns_with_line.amount_of_line,
        returns_with_line.source,
        returns_with_line._file_id,
        returns_with_line._record

    from returns_with_line
    left join order_headers
        on returns_with_line.order_id = order_headers.order_id

),

returns_with_manager as (

    select
        returns_with_order.return_id,
        returns_with_order.order_id,
        returns_with_order.order_line_id,
        returns_with_order.client_id,
        returns_with_order.product_id,
        coalesce(returns_with_order.region, clients.region) as region,
        coalesce(
            returns_with_order.order_manager_id,
            client_owners.manager_id,
            clients.manager_id
        ) as manager_id,
        returns_with_order.is_cancelled,
        returns_with_order.return_date,
        returns_with_order.sales_date,
        returns_with_order.quantity,
        returns_with_order.amount,
        returns_with_order.currency,
        returns_with_order.reason,
        returns_with_order.amount_of_line,
        returns_with_order.source,
        returns_with_order._file_id,
        returns_with_order._record

    from returns_with_order
    left join clients on returns_with_order.client_id = clients.client_id
    left join client_owners
        on
            returns_with_order.client_id = client_owners.client_id
            and returns_with_order.sales_date >= client_owners.valid_from_date
            and returns_with_order.sales_date
            < coalesce(client_owners.valid_until_date, date '9999-12-31')

),

returns_with_rates as (

    select
        returns_with_manager.return_id,
        returns_with_manager.order_id,
        returns_with_manager.order_line_id,
        returns_with_manager.client_id,
        returns_with_manager.product_id,
        returns_with_manager.manager_id,
        coalesce(returns_with_manager.region, managers.region, 'unknown')
            as region,
        coalesce(products.direction, managers.direction, 'unknown')
            as direction,
        returns_with_manager.return_date,
        returns_with_manager.sales_date,
        not returns_with_manager.is_cancelled as is_counted,
        returns_with_manager.quantity,
        returns_with_manager.amount,
        returns_with_manager.currency,
        returns_with_manager.reason,
        returns_with_manager.amount_of_line,
        cast(returns_with_manager.quantity as decimal(38, 3))
        * products.list_price_amount as amount_at_list_price,
        case
            when returns_with_manager.amount is not null then 'stated'
            when returns_with_manager.amount_of_line is not null then 'line'
            when products.list_price_amount is not null then 'list_price'
            else 'unknown'
        end as amount_basis,
        case
            when returns_with_manager.currency = settings.reporting_currency
                then cast(1 as decimal(18, 8))
            else document_rates.rate
        end as rate,
        case
            when
                coalesce(products.currency, settings.reporting_currency)
                = settings.reporting_currency
                then cast(1 as decimal(18, 8))
            else price_rates.rate
        end as price_rate,
        returns_with_manager.source,
        returns_with_manager._file_id,
        returns_with_manager._record

    from returns_with_manager
    cross join settings
    left join managers on returns_with_manager.manager_id = managers.manager_id
    left join products on returns_with_manager.product_id = products.product_id
    left join document_rates
        on
            returns_with_manager.currency = document_rates.currency
            and returns_with_manager.sales_date = document_rates.document_date
    left join document_rates as price_rates
        on
            products.currency = price_rates.currency
            and returns_with_manager.sales_date = price_rates.document_date

),

returns_valued as (

    select
        returns_with_rates.return_id,
        returns_with_rates.order_id,
        returns_with_rates.order_line_id,
        returns_with_rates.client_id,
        returns_with_rates.product_id,
        returns_with_rates.manager_id,
        returns_with_rates.region,
        returns_with_rates.direction,
        returns_with_rates.return_date,
        cast(date_trunc('month', returns_with_rates.return_date) as date)
            as return_month,
        returns_with_rates.sales_date,
        cast(date_trunc('month', returns_with_rates.sales_date) as date)
            as sales_month,
        returns_with_rates.is_counted,
        returns_with_rates.quantity,
        returns_with_rates.currency,
        case
            when returns_with_rates.amount_basis = 'stated'
                then returns_with_rates.rate is not null
            when returns_with_rates.amount_basis = 'list_price'
                then returns_with_rates.price_rate is not null
            else true
        end as has_rate,
        returns_with_rates.amount_basis,
        case
            when returns_with_rates.amount_basis = 'stated'
                then cast(
                    cast(returns_with_rates.amount as decimal(38, 4))
                    * returns_with_rates.rate as decimal(18, 4)
                )
            when returns_with_rates.amount_basis = 'line'
                then returns_with_rates.amount_of_line
            else cast(
                returns_with_rates.amount_at_list_price
                * returns_with_rates.price_rate as decimal(18, 4)
            )
        end as amount,
        returns_with_rates.reason,
        returns_with_rates.source,
        returns_with_rates._file_id,
        returns_with_rates._record

    from returns_with_rates

)

select * from returns_valued
