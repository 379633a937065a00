-- One row per return, as its source states it. Returns dated after the as-of
-- day are left out.
--
-- grain    return_id
-- key      return_id

with

returns as (

    select * from raw.returns

),

clock as (

    select * from meta.clock

),

returns_known as (

    select
        returns.return_id,
        returns.order_id,
        returns.order_line_id,
        returns.client_id,
        returns.product_id,
        returns.region,
        returns.return_date,
        returns.quantity,
        returns.amount,
        returns.currency,
        returns.reason,
        returns._source as source,
        returns._file_id,
        returns._record

    from returns
    cross join clock
    where
        returns.return_date <= clock.as_of_date

)

select * from returns_known
