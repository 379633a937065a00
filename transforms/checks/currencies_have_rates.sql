-- Every foreign document has an exchange rate of its day or before.
-- severity warning

with

document_rates as (

    select * from marts.document_rates

),

days_without_rate as (

    select
        document_rates.currency,
        min(document_rates.document_date) as first_date,
        max(document_rates.document_date) as last_date,
        cast(count(*) as bigint) as day_count

    from document_rates
    where document_rates.rate is null
    group by 1

)

select * from days_without_rate
