-- One row per client and item it does not buy but probably would: at most five
-- per client, the most promising first.
--
-- grain    client, item
-- key      client_id, item_id
-- answers  What should we offer whom, and why?
--
-- Candidates are partners (metrics.product_pairs) of what the client bought in
-- the last twelve months of the window, without what it bought in them. Of
-- several items that speak for a candidate the one with the highest confidence
-- is the reason. Worth = confidence × average margin of the candidate; where
-- no cost is known, the worth is empty and such candidates come last, by
-- confidence × average sales.

with

clock as (

    select * from meta.clock

),

basket_items as (

    select * from metrics.basket_items

),

pairs as (

    select * from metrics.product_pairs

),

item_values as (

    select
        basket_items.item_id,
        avg(cast(basket_items.net_amount as double)) as average_amount,
        avg(cast(basket_items.margin_amount as double))
            as average_margin_amount

    from basket_items
    group by 1

),

client_items as (

    select distinct
        basket_items.client_id,
        basket_items.item_id

    from basket_items
    cross join clock
    where
        basket_items.client_id is not null
        and basket_items.last_order_date > cast(
            clock.as_of_date - interval '12' month as date
        )

),

rules as (

    select
        pairs.item_a as reason_item_id,
        pairs.item_b as item_id,
        pairs.confidence_ab as confidence,
        pairs.basket_ab_count,
        pairs.lift

    from pairs

    union all

    select
        pairs.item_b as reason_item_id,
        pairs.item_a as item_id,
        pairs.confidence_ba as confidence,
        pairs.basket_ab_count,
        pairs.lift

    from pairs

),

reasons as (

    select
        client_items.client_id,
        rules.item_id,
        rules.reason_item_id,
        rules.confidence,
        rules.basket_ab_count,
        rules.lift,
        row_number() over (
            partition by client_items.client_id, rules.item_id
            order by
                rules.confidence desc nulls last,
                rules.reason_item_id asc nulls last
        ) as reason_rank

    from client_items
    inner join rules on client_items.item_id = rules.reason_item_id
    left join client_items as owned
        on
            client_items.client_id = owned.client_id
            and rules.item_id = owned.item_id
    where owned.item_id is null

),

candidates as (

    select
        reasons.client_id,
        reasons.item_id,
        reasons.reason_item_id,
        reasons.confidence,
        reasons.basket_ab_count,
        reasons.lift,
        reasons.confidence * item_values.average_amount as expected_amount,
        reasons.confidence * item_values.average_margin_amount
            as expected_margin_amount

    from reasons
    inner join item_values on reasons.item_id = item_values.item_id
    where reasons.reason_rank = 1

),

ranked_candidates as (

    select
        candidates.client_id,
        candidates.item_id,
        cast(
            row_number() over (
                partition by candidates.client_id
                order by
                    candidates.expected_margin_amount desc nulls last,
                    candidates.expected_amount desc nulls last,
                    candidates.item_id asc nulls last
            ) as bigint
        ) as offer_rank,
        candidates.reason_item_id,
        candidates.confidence,
        candidates.basket_ab_count,
        candidates.lift,
        candidates.expected_amount,
        candidates.expected_margin_amount,
        clock.as_of_date

    from candidates
    cross join clock

),

offers as (

    select
        ranked_candidates.client_id,
        ranked_candidates.item_id,
        ranked_candidates.offer_rank,
        ranked_candidates.reason_item_id,
        ranked_candidates.confidence,
        ranked_candidates.basket_ab_count,
        ranked_candidates.lift,
        ranked_candidates.expected_amount,
        ranked_candidates.expected_margin_amount,
        ranked_candidates.as_of_date

    from ranked_candidates
    where ranked_candidates.offer_rank <= 5

)

select * from offers
