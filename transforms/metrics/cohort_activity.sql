-- One row per client and month since its first order in which it bought.
--
-- grain    client, month since the first order
-- key      client_id, month_number
-- answers  In which months did a client come back?
--
-- The cohort is the month of the first valid order over all history, whatever
-- period a report shows. Months that only saw goods come back have no purchase.

with

client_months as (

    select * from marts.client_months

),

first_months as (

    select
        client_months.client_id,
        min(client_months.month) as cohort_month

    from client_months
    where client_months.occasion_count > 0
    group by 1

),

activity as (

    select
        client_months.client_id,
        cast(
            (
                extract(year from client_months.month)
                - extract(year from first_months.cohort_month)
            ) * 12
            + extract(month from client_months.month)
            - extract(month from first_months.cohort_month) as bigint
        ) as month_number,
        first_months.cohort_month,
        client_months.occasion_count > 0 as has_bought,
        client_months.net_amount

    from client_months
    inner join first_months
        on client_months.client_id = first_months.client_id
        and client_months.month >= first_months.cohort_month

)

select * from activity
