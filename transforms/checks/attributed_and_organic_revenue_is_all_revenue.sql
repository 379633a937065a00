-- Attributed plus organic revenue is the revenue of all valid orders.
--
-- severity error

with

orders as (

    select * from marts.orders

),

credits as (

    select * from metrics.campaign_credits

),

campaign_returns as (

    select * from metrics.campaign_return

),

revenue as (

    select
        cast(coalesce(sum(orders.net_amount), 0) as decimal(38, 4)) as amount

    from orders
    where orders.is_valid

),

organic_revenue as (

    select
        cast(coalesce(sum(credits.net_amount), 0) as decimal(38, 4)) as amount

    from credits
    where credits.campaign_id = 'organic'

),

attributed_revenue as (

    select
        cast(
            coalesce(sum(campaign_returns.attributed_amount), 0)
            as decimal(38, 4)
        ) as amount

    from campaign_returns

),

differences as (

    select
        revenue.amount as revenue_amount,
        attributed_revenue.amount as attributed_amount,
        organic_revenue.amount as organic_amount

    from revenue
    cross join attributed_revenue
    cross join organic_revenue
    where revenue.amount
        <> attributed_revenue.amount + organic_revenue.amount

)

select * from differences
