-- One row per client and item it does not buy but probably would: at most five
-- per client, the most promising first.
--
-- grain    client, item
-- key      client_id, item_id
-- answers  What should we offer whom, and why?
--
-- Candidates are partners (metrics.product_pairs) of what the client bought in
-- the last twelve months of the window, without what it bought in them; of
-- each item's partners the ten worth most are looked at. Of several items that
-- speak for a candidate the one with the highest confidence is the reason.
-- Worth = confidence × average margin of the candidate; where no cost is
-- known, the worth is empty and such candidates come last, by confidence ×
-- average sales.

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
        cast(sum(basket_items.net_amount) as double)
        / nullif(cast(count(basket_items.net_amount) as double), 0)
            as average_amount,
        cast(sum(basket_items.margin_amount) as double)
        / nullif(cast(count(basket_items.margin_amount) as double), 0)
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

pairs_both_ways as (

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

ranked_rules as (

    select
        pairs_both_ways.reason_item_id,
        pairs_both_ways.item_id,
        pairs_both_ways.confidence,
        pairs_both_ways.basket_ab_count,
        pairs_both_ways.lift,
        pairs_both_ways.confidence * item_values.average_amount
            as expected_amount,
        pairs_both_ways.confidence * item_values.average_margin_amount
            as expected_margin_amount,
        row_number() over (
            partition by pairs_both_ways.reason_item_id
            order by
                pairs_both_ways.confidence
                * item_values.average_margin_amount desc nulls last,
                pairs_both_ways.confidence
                * item_values.average_amount desc nulls last,
                pairs_both_ways.item_id asc nulls last
        ) as place

    from pairs_both_ways
    inner join item_values on pairs_both_ways.item_id = item_values.item_id

),

rules as (

    select
        ranked_rules.reason_item_id,
        ranked_rules.item_id,
        ranked_rules.confidence,
        ranked_rules.basket_ab_count,
        ranked_rules.lift,
        ranked_rules.expected_amount,
        ranked_rules.expected_margin_amount

    from ranked_rules
    where ranked_rules.place <= 10

),

candidates as (

    select
        client_items.client_id,
        rules.item_id,
        max(rules.confidence) as confidence,
        max(rules.expected_amount) as expected_amount,
        max(rules.expected_margin_amount) as expected_margin_amount

    from client_items
    inner join rules on client_items.item_id = rules.reason_item_id
    left join client_items as owned
        on
            client_items.client_id = owned.client_id
            and rules.item_id = owned.item_id
    where owned.item_id is null
    group by 1, 2

),

ranked_candidates as (

    select
        candidates.client_id,
        candidates.item_id,
        candidates.confidence,
        candidates.expected_amount,
        candidates.expected_margin_amount,
        cast(
            row_number() over (
                partition by candidates.client_id
                order by
                    candidates.expected_margin_amount desc nulls last,
                    candidates.expected_amount desc nulls last,
                    candidates.item_id asc nulls last
            ) as bigint
        ) as offer_rank

    from candidates

),

offers as (

    select
        ranked_candidates.client_id,
        ranked_candidates.item_id,
        ranked_candidates.offer_rank,
        ranked_candidates.confidence,
        ranked_candidates.expected_amount,
        ranked_candidates.expected_margin_amount

    from ranked_candidates
    where ranked_candidates.offer_rank <= 5

),

reasons as (

    select
        offers.client_id,
        offers.item_id,
        min(rules.reason_item_id) as reason_item_id

    from offers
    inner join rules
        on
            offers.item_id = rules.item_id
            and offers.confidence = rules.confidence
    inner join client_items
        on
            offers.client_id = client_items.client_id
            and rules.reason_item_id = client_items.item_id
    group by 1, 2

),

offers_with_reason as (

    select
        offers.client_id,
        offers.item_id,
        offers.offer_rank,
        reasons.reason_item_id,
        offers.confidence,
        rules.basket_ab_count,
        rules.lift,
        offers.expected_amount,
        offers.expected_margin_amount,
        clock.as_of_date

    from offers
    inner join reasons
        on
            offers.client_id = reasons.client_id
            and offers.item_id = reasons.item_id
    inner join rules
        on
            offers.item_id = rules.item_id
            and reasons.reason_item_id = rules.reason_item_id
    cross join clock

)

select * from offers_with_reason
