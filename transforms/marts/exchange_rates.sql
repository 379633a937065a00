-- One row per rate, with the days it holds.
--
-- grain    currency, rate_date
-- key      currency, rate_date

with

exchange_rates as (

    select * from staging.exchange_rates

),

rates_with_end as (

    select
        exchange_rates.currency,
        exchange_rates.rate_date,
        lead(exchange_rates.rate_date) over (
            partition by exchange_rates.currency
            order by exchange_rates.rate_date asc nulls last
        ) as next_rate_date,
        exchange_rates.rate,
        exchange_rates.source

    from exchange_rates

)

select * from rates_with_end
