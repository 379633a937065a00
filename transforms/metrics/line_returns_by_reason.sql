-- One row per month lines were shipped, region, manager and reason: how much of
-- what left came back for it. The rates of all reasons of a cell add up to the
-- return rate of metrics.line_returns.
--
-- grain    month of shipment, region, manager, reason
-- key      month, region, manager_id, reason
-- answers  Of what we ship, how much comes back for which reason?

with

line_returns as (

    select * from metrics.line_returns

),

returned_lines as (

    select * from metrics.returned_lines

),

shipped_per_cell as (

    select
        line_returns.month,
        line_returns.region,
        line_returns.manager_id,
        line_returns.is_mature,
        line_returns.as_of_date,
        cast(sum(line_returns.shipped_quantity) as decimal(38, 3))
            as shipped_quantity,
        cast(sum(line_returns.shipped_amount) as decimal(38, 4))
            as shipped_amount

    from line_returns
    group by 1, 2, 3, 4, 5

),

returned_per_reason as (

    select
        returned_lines.month,
        returned_lines.region,
        returned_lines.manager_id,
        returned_lines.reason,
        cast(count(*) as bigint) as return_count,
        cast(sum(returned_lines.quantity) as decimal(38, 3))
            as returned_quantity,
        cast(coalesce(sum(returned_lines.amount), 0) as decimal(38, 4))
            as returned_amount

    from returned_lines
    group by 1, 2, 3, 4

),

reasons_with_rates as (

    select
        returned_per_reason.month,
        returned_per_reason.region,
        returned_per_reason.manager_id,
        returned_per_reason.reason,
        returned_per_reason.return_count,
        returned_per_reason.returned_quantity,
        returned_per_reason.returned_amount,
        shipped_per_cell.shipped_quantity,
        shipped_per_cell.shipped_amount,
        case
            when
                shipped_per_cell.shipped_quantity
                >= returned_per_reason.returned_quantity
                and shipped_per_cell.shipped_quantity > 0
                then
                    cast(returned_per_reason.returned_quantity as double)
                    / nullif(
                        cast(shipped_per_cell.shipped_quantity as double), 0
                    )
        end as return_rate_quantity,
        case
            when
                shipped_per_cell.shipped_amount
                >= returned_per_reason.returned_amount
                and shipped_per_cell.shipped_amount > 0
                then
                    cast(returned_per_reason.returned_amount as double)
                    / nullif(
                        cast(shipped_per_cell.shipped_amount as double), 0
                    )
        end as return_rate_amount,
        shipped_per_cell.is_mature,
        case
            when shipped_per_cell.shipped_quantity <= 0 then 'nothing_shipped'
            when
                returned_per_reason.returned_quantity
                > shipped_per_cell.shipped_quantity
                or returned_per_reason.returned_amount
                > shipped_per_cell.shipped_amount
                then 'more_than_shipped'
            when not shipped_per_cell.is_mature then 'immature'
            else 'ok'
        end as quality_flag,
        shipped_per_cell.as_of_date

    from returned_per_reason
    inner join shipped_per_cell
        on
            returned_per_reason.month = shipped_per_cell.month
            and returned_per_reason.region = shipped_per_cell.region
            and returned_per_reason.manager_id = shipped_per_cell.manager_id

)

select * from reasons_with_rates
