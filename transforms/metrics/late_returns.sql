-- One row per client, horizon of a purchase and later horizon in which some of
-- it came back. A return takes revenue back from the day of its order; whoever
-- looked between the two days did not know of it.
--
-- grain    client, horizon sold, horizon returned
-- key      client_id, horizon_number, returned_horizon_number
-- answers  What did a client send back after its past was judged?

with

returns as (

    select * from marts.returns

),

purchases as (

    select * from metrics.purchase_days

),

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

returned_purchases as (

    select
        purchases.client_id,
        purchases.horizon_number,
        purchases.is_first,
        cast(
            floor(
                cast(
                    date_diff('day', returns.return_date, clock.as_of_date)
                    as double
                )
                / nullif(cast(settings.churn_horizon_days as double), 0)
            ) as bigint
        ) as returned_horizon_number,
        returns.amount

    from returns
    cross join clock
    cross join settings
    -- Returns on days without a purchase are no part of any past.
    inner join purchases
        on
            returns.client_id = purchases.client_id
            and returns.sales_date = purchases.day
    where
        returns.is_counted
        and returns.amount is not null
        and returns.return_date > returns.sales_date

),

late_returns as (

    select
        returned_purchases.client_id,
        returned_purchases.horizon_number,
        returned_purchases.returned_horizon_number,
        cast(sum(returned_purchases.amount) as decimal(38, 4)) as amount,
        cast(
            coalesce(
                sum(returned_purchases.amount) filter (
                    where not returned_purchases.is_first
                ),
                0
            ) as decimal(38, 4)
        ) as repeat_amount

    from returned_purchases
    where
        returned_purchases.returned_horizon_number
        < returned_purchases.horizon_number
    group by 1, 2, 3

)

select * from late_returns
