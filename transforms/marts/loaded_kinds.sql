-- One row: which kinds of data a company ever loaded, up to the as-of day. Of
-- what was never loaded nothing is known, which is not that there is none.
--
-- grain    as-of day
-- key      as_of_date
-- answers  Are there no late lines, or does nobody know?

with

clock as (

    select * from meta.clock

),

payments as (

    select * from marts.payments

),

shipments as (

    select * from marts.shipments

),

complaints as (

    select * from marts.complaints

),

interactions as (

    select * from marts.interactions

),

payments_counted as (

    select count(*) as row_count from payments

),

shipments_counted as (

    select count(*) as row_count from shipments

),

complaints_counted as (

    select count(*) as row_count from complaints

),

contacts_counted as (

    select count(*) as row_count

    from interactions
    where interactions.is_contact

),

kinds as (

    select
        clock.as_of_date,
        payments_counted.row_count > 0 as has_payments,
        shipments_counted.row_count > 0 as has_shipments,
        complaints_counted.row_count > 0 as has_complaints,
        contacts_counted.row_count > 0 as has_contacts

    from clock
    cross join payments_counted
    cross join shipments_counted
    cross join complaints_counted
    cross join contacts_counted

)

select * from kinds
