-- One row per month lines were shipped, region, manager and product: what left
-- (metrics.shipped_products) and how much of it came back. A return counts in
-- the month its line was first shipped, not when it came back; one of an
-- unknown line in its own. Cancelled lines are left out on both sides. Months
-- younger than the time in which 95 % of returns come back are not mature: more
-- will come.
--
-- grain    month of shipment, region, manager, product
-- key      month, region, manager_id, product_id
-- answers  Which products come back, and whose?

with

shipped_products as (

    select * from metrics.shipped_products

),

returned_lines as (

    select * from metrics.returned_lines

),

return_months as (

    select * from metrics.return_months

),

clock as (

    select * from meta.clock

),

shipments_and_returns as (

    select
        shipped_products.month,
        shipped_products.region,
        shipped_products.manager_id,
        shipped_products.product_id,
        shipped_products.shipment_count,
        shipped_products.shipped_quantity,
        shipped_products.shipped_amount,
        0 as return_count,
        0 as matched_return_count,
        0 as returned_quantity,
        0 as returned_amount

    from shipped_products

    union all

    select
        returned_lines.month,
        returned_lines.region,
        returned_lines.manager_id,
        returned_lines.product_id,
        0 as shipment_count,
        0 as shipped_quantity,
        0 as shipped_amount,
        1 as return_count,
        case when returned_lines.is_matched then 1 else 0 end
            as matched_return_count,
        returned_lines.quantity as returned_quantity,
        returned_lines.amount as returned_amount

    from returned_lines

),

cells as (

    select
        shipments_and_returns.month,
        shipments_and_returns.region,
        shipments_and_returns.manager_id,
        shipments_and_returns.product_id,
        cast(sum(shipments_and_returns.shipment_count) as bigint)
            as shipment_count,
        cast(sum(shipments_and_returns.shipped_quantity) as decimal(38, 3))
            as shipped_quantity,
        cast(
            coalesce(sum(shipments_and_returns.shipped_amount), 0)
            as decimal(38, 4)
        ) as shipped_amount,
        cast(sum(shipments_and_returns.return_count) as bigint)
            as return_count,
        cast(sum(shipments_and_returns.matched_return_count) as bigint)
            as matched_return_count,
        cast(sum(shipments_and_returns.returned_quantity) as decimal(38, 3))
            as returned_quantity,
        cast(
            coalesce(sum(shipments_and_returns.returned_amount), 0)
            as decimal(38, 4)
        ) as returned_amount

    from shipments_and_returns
    group by 1, 2, 3, 4

),

usual_lag as (

    select max(return_months.usual_lag_days) as lag_days

    from return_months
    where return_months.basis = 'line'

),

mature_months as (

    select return_months.month

    from return_months
    where
        return_months.basis = 'line'
        and return_months.is_mature

),

cells_with_rates as (

    select
        cells.month,
        cells.region,
        cells.manager_id,
        cells.product_id,
        cells.shipment_count,
        cells.shipped_quantity,
        cells.shipped_amount,
        cells.return_count,
        cells.matched_return_count,
        cells.returned_quantity,
        cells.returned_amount,
        case
            when
                cells.shipped_quantity > 0
                and cells.returned_quantity <= cells.shipped_quantity
                then
                    cast(cells.returned_quantity as double)
                    / nullif(cast(cells.shipped_quantity as double), 0)
        end as return_rate_quantity,
        case
            when
                cells.shipped_amount > 0
                and cells.returned_amount <= cells.shipped_amount
                then
                    cast(cells.returned_amount as double)
                    / nullif(cast(cells.shipped_amount as double), 0)
        end as return_rate_amount,
        usual_lag.lag_days as usual_lag_days,
        mature_months.month is not null as is_mature,
        case
            when cells.shipped_quantity <= 0 then 'nothing_shipped'
            when
                cells.returned_quantity > cells.shipped_quantity
                or cells.returned_amount > cells.shipped_amount
                then 'more_than_shipped'
            when mature_months.month is null then 'immature'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from cells
    cross join clock
    cross join usual_lag
    left join mature_months on cells.month = mature_months.month

)

select * from cells_with_rates
