-- One row per month: complaints per 100 orders delivered, of all orders. A
-- complaint about a delivered order counts in the month of that delivery, any
-- other in the month it was received.
--
-- grain    month
-- key      month
-- answers  Do complaints rise with sales, or faster?

with

complaint_rates as (

    select * from metrics.complaint_rates

),

rates_of_all as (

    select
        complaint_rates.month,
        complaint_rates.delivered_order_count,
        complaint_rates.complaint_count,
        complaint_rates.linked_complaint_count,
        complaint_rates.complaints_per_100_orders,
        complaint_rates.lower,
        complaint_rates.upper,
        complaint_rates.quality_flag,
        complaint_rates.is_complete,
        complaint_rates.as_of_date

    from complaint_rates
    where complaint_rates.dimension = 'all'

)

select * from rates_of_all
