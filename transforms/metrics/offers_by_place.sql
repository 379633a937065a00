-- One row per region, manager and item: to how many clients it is the best
-- offer, to how many one of the three best, and what that is worth.
--
-- grain    region, manager, item
-- key      region, manager_id, item_id
-- answers  How much is there to cross-sell, and who should offer it?

with

next_products as (

    select * from metrics.next_products

),

clients as (

    select * from marts.clients

),

offers_by_place as (

    select
        coalesce(clients.region, 'unknown') as region,
        coalesce(clients.manager_id, 'unknown') as manager_id,
        next_products.item_id,
        cast(
            count(*) filter (where next_products.offer_rank = 1) as bigint
        ) as client_count,
        cast(
            sum(
                cast(next_products.expected_margin_amount as decimal(18, 4))
            ) filter (where next_products.offer_rank = 1) as decimal(38, 4)
        ) as expected_margin_amount,
        cast(count(*) as bigint) as listed_client_count,
        cast(
            sum(cast(next_products.expected_margin_amount as decimal(18, 4)))
            as decimal(38, 4)
        ) as listed_margin_amount,
        max(next_products.as_of_date) as as_of_date

    from next_products
    left join clients on next_products.client_id = clients.client_id
    where next_products.offer_rank <= 3
    group by 1, 2, 3

)

select * from offers_by_place
