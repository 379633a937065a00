-- One row per month goods came back, reason and direction.
--
-- grain    month of return, reason, direction
-- key      month, reason, direction
-- answers  Why do goods come back, and what?

with

returns as (

    select * from marts.returns

),

clock as (

    select * from meta.clock

),

returns_per_reason as (

    select
        returns.return_month as month,
        coalesce(returns.reason, 'unknown') as reason,
        returns.direction,
        cast(count(*) as bigint) as return_count,
        cast(sum(returns.quantity) as decimal(38, 3)) as returned_quantity,
        cast(coalesce(sum(returns.amount), 0) as decimal(38, 4))
            as returned_amount,
        cast(
            count(*) filter (where returns.amount is null) as bigint
        ) as unvalued_count

    from returns
    group by 1, 2, 3

),

reasons_with_flag as (

    select
        returns_per_reason.month,
        returns_per_reason.reason,
        returns_per_reason.direction,
        returns_per_reason.return_count,
        returns_per_reason.returned_quantity,
        returns_per_reason.returned_amount,
        returns_per_reason.unvalued_count,
        case
            when returns_per_reason.unvalued_count > 0 then 'no_value'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from returns_per_reason
    cross join clock

)

select * from reasons_with_flag
