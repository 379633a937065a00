-- One row per return that reduces sales, and the line it came from: when that
-- line was first shipped, and after how many days it came back.
--
-- grain    return
-- key      return_id
-- answers  Which lines came back, and how long after they left?
--
-- A return of a line that is unknown or was never shipped stands in the month
-- it came back.

with

returns as (

    select * from marts.returns
    where is_counted

),

shipments as (

    select * from marts.shipments

),

clock as (

    select * from meta.clock

),

returns_with_line as (

    select
        returns.return_id,
        returns.order_line_id,
        returns.order_id,
        returns.region,
        coalesce(returns.manager_id, 'unknown') as manager_id,
        coalesce(returns.product_id, 'unknown') as product_id,
        coalesce(returns.reason, 'unknown') as reason,
        returns.return_date,
        returns.quantity,
        returns.amount

    from returns

),

departures as (

    select
        returns_with_line.return_id,
        shipments.departure_date as shipped_date

    from returns_with_line
    inner join shipments
        on returns_with_line.order_line_id = shipments.order_line_id

    union all

    select
        returns_with_line.return_id,
        shipments.departure_date as shipped_date

    from returns_with_line
    inner join shipments on returns_with_line.order_id = shipments.order_id
    where
        shipments.order_line_id is null
        and returns_with_line.order_line_id is not null

),

first_departures as (

    select
        departures.return_id,
        min(departures.shipped_date) as shipped_date

    from departures
    group by 1

),

returned_lines as (

    select
        returns_with_line.return_id,
        returns_with_line.order_line_id,
        cast(
            date_trunc(
                'month',
                coalesce(
                    first_departures.shipped_date,
                    returns_with_line.return_date
                )
            ) as date
        ) as month,
        returns_with_line.region,
        returns_with_line.manager_id,
        returns_with_line.product_id,
        returns_with_line.reason,
        first_departures.shipped_date,
        returns_with_line.return_date,
        first_departures.shipped_date is not null as is_matched,
        case
            when returns_with_line.return_date >= first_departures.shipped_date
                then cast(
                    date_diff(
                        'day',
                        first_departures.shipped_date,
                        returns_with_line.return_date
                    ) as bigint
                )
        end as lag_days,
        returns_with_line.quantity,
        returns_with_line.amount,
        clock.as_of_date

    from returns_with_line
    cross join clock
    left join first_departures
        on returns_with_line.return_id = first_departures.return_id

)

select * from returned_lines
