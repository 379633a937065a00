-- One row per day the clients' pasts are cut at: today, and whole horizons ago.
--
-- grain    cut-off
-- key      cut_number
-- answers  From which days are churn scores computed and tested?
--
-- Cut 0 is the as-of day: its clients are scored. Cuts 1 to 3 lie one horizon
-- apart and are the back-test, for what came after is known. Cut 4 trains the
-- baselines of cut 3 and is the hold-out of lifetime value.

with

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

numbers as (

    select * from meta.numbers

),

cut_offs as (

    select
        cast(numbers.n as bigint) as cut_number,
        cast(
            clock.as_of_date
            - numbers.n * settings.churn_horizon_days * interval '1' day as date
        ) as cut_date,
        settings.churn_horizon_days as horizon_days,
        numbers.n between 1 and 3 as is_backtest

    from numbers
    cross join clock
    cross join settings
    where numbers.n <= 4

)

select * from cut_offs
