-- Every return that reduces sales stands once among the lines shipped.
-- severity error

with

returns as (

    select * from marts.returns
    where is_counted

),

line_returns as (

    select * from metrics.line_returns

),

line_returns_by_reason as (

    select * from metrics.line_returns_by_reason

),

return_totals as (

    select
        cast(count(*) as bigint) as return_count,
        cast(coalesce(sum(returns.amount), 0) as decimal(38, 4))
            as returned_amount

    from returns

),

line_totals as (

    select
        cast(coalesce(sum(line_returns.return_count), 0) as bigint)
            as return_count,
        cast(
            coalesce(sum(line_returns.returned_amount), 0) as decimal(38, 4)
        ) as returned_amount

    from line_returns

),

reason_totals as (

    select
        cast(
            coalesce(sum(line_returns_by_reason.return_count), 0) as bigint
        ) as return_count,
        cast(
            coalesce(sum(line_returns_by_reason.returned_amount), 0)
            as decimal(38, 4)
        ) as returned_amount

    from line_returns_by_reason

),

totals_that_differ as (

    select
        return_totals.return_count,
        line_totals.return_count as line_return_count,
        reason_totals.return_count as reason_return_count,
        return_totals.returned_amount,
        line_totals.returned_amount as line_returned_amount,
        reason_totals.returned_amount as reason_returned_amount

    from return_totals
    cross join line_totals
    cross join reason_totals
    where
        return_totals.return_count <> line_totals.return_count
        or return_totals.return_count <> reason_totals.return_count
        or return_totals.returned_amount <> line_totals.returned_amount
        or return_totals.returned_amount <> reason_totals.returned_amount

)

select * from totals_that_differ
