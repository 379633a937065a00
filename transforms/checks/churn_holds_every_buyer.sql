-- Clients with a valid order that churn or lifetime value leave out, or count
-- twice.
--
-- severity error
-- question Has every client that ever bought one churn status and one value?

with

clients as (

    select * from marts.clients

),

churn as (

    select * from metrics.churn

),

lifetime_values as (

    select * from metrics.client_lifetime_value

),

counts as (

    select
        (
            select cast(count(*) as bigint)
            from clients
            where clients.order_count > 0
        ) as buyer_count,
        (select cast(count(*) as bigint) from churn) as churn_count,
        (
            select cast(count(*) as bigint) from lifetime_values
        ) as value_count

)

select
    counts.buyer_count,
    counts.churn_count,
    counts.value_count

from counts
where
    counts.buyer_count <> counts.churn_count
    or counts.buyer_count <> counts.value_count
