-- One row per rate of a currency. Rates of days after the as-of day are left
-- out.
--
-- grain    currency, rate_date
-- key      currency, rate_date

with

exchange_rates as (

    select * from raw.exchange_rates

),

clock as (

    select * from meta.clock

),

exchange_rates_known as (

    select
        exchange_rates.currency,
        exchange_rates.rate_date,
        exchange_rates.rate,
        exchange_rates._source as source,
        exchange_rates._file_id,
        exchange_rates._record

    from exchange_rates
    cross join clock
    where
        exchange_rates.rate_date <= clock.as_of_date

)

select * from exchange_rates_known
