-- One row per client and item it does not buy but probably would: at most five
-- per client, the most promising first. Who asked not to be called or written
-- to is offered nothing.
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

model_versions as (

    select * from meta.model_versions

),

clock as (

    select * from meta.clock

),

clients as (

    select * from marts.clients

),

basket_items as (

    select * from metrics.basket_items

),

pairs as (

    select * from metrics.product_pairs

),

client_item_totals as (

    select
        basket_items.client_id,
        basket_items.item_id,
        max(basket_items.last_order_date) as last_order_date,
        sum(basket_items.net_amount) as net_amount,
        count(basket_items.net_amount) as net_count,
        sum(basket_items.margin_amount) as margin_amount,
        count(basket_items.margin_amount) as margin_count

    from basket_items
    group by 1, 2

),

item_values as (

    select
        client_item_totals.item_id,
        cast(sum(client_item_totals.net_amount) as double)
        / nullif(cast(sum(client_item_totals.net_count) as double), 0)
            as average_amount,
        cast(sum(client_item_totals.margin_amount) as double)
        / nullif(cast(sum(client_item_totals.margin_count) as double), 0)
            as average_margin_amount

    from client_item_totals
    group by 1

),

-- Numbers in the order of keys stand for them: there are millions of
-- candidates, and text takes several times as long.
items as (

    select
        item_values.item_id,
        row_number() over (order by item_values.item_id asc nulls last)
            as item_number

    from item_values

),

buyers as (

    select client_item_totals.client_id

    from client_item_totals
    left join clients
        on client_item_totals.client_id = clients.client_id
    where
        client_item_totals.client_id is not null
        and not coalesce(clients.is_opted_out, false)
    group by 1

),

numbered_clients as (

    select
        buyers.client_id,
        row_number() over (order by buyers.client_id asc nulls last)
            as client_number

    from buyers

),

client_items as (

    select
        numbered_clients.client_number,
        items.item_number

    from client_item_totals
    inner join numbered_clients
        on client_item_totals.client_id = numbered_clients.client_id
    inner join items on client_item_totals.item_id = items.item_id
    cross join clock
    where
        client_item_totals.last_order_date > cast(
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
        reason_items.item_number as reason_item_number,
        items.item_number,
        ranked_rules.confidence,
        ranked_rules.basket_ab_count,
        ranked_rules.lift,
        ranked_rules.expected_amount,
        ranked_rules.expected_margin_amount

    from ranked_rules
    inner join items on ranked_rules.item_id = items.item_id
    inner join items as reason_items
        on ranked_rules.reason_item_id = reason_items.item_id
    where ranked_rules.place <= 10

),

candidates as (

    select
        client_items.client_number,
        rules.item_number,
        max(rules.confidence) as confidence,
        max(rules.expected_amount) as expected_amount,
        max(rules.expected_margin_amount) as expected_margin_amount

    from client_items
    inner join rules on client_items.item_number = rules.reason_item_number
    left join client_items as owned
        on
            client_items.client_number = owned.client_number
            and rules.item_number = owned.item_number
    where owned.item_number is null
    group by 1, 2

),

ranked_candidates as (

    select
        candidates.client_number,
        candidates.item_number,
        candidates.confidence,
        candidates.expected_amount,
        candidates.expected_margin_amount,
        cast(
            row_number() over (
                partition by candidates.client_number
                order by
                    candidates.expected_margin_amount desc nulls last,
                    candidates.expected_amount desc nulls last,
                    candidates.item_number asc nulls last
            ) as bigint
        ) as offer_rank

    from candidates

),

offers as (

    select
        ranked_candidates.client_number,
        ranked_candidates.item_number,
        ranked_candidates.offer_rank,
        ranked_candidates.confidence,
        ranked_candidates.expected_amount,
        ranked_candidates.expected_margin_amount

    from ranked_candidates
    where ranked_candidates.offer_rank <= 5

),

reasons as (

    select
        offers.client_number,
        offers.item_number,
        min(rules.reason_item_number) as reason_item_number

    from offers
    inner join rules
        on
            offers.item_number = rules.item_number
            and offers.confidence = rules.confidence
    inner join client_items
        on
            offers.client_number = client_items.client_number
            and rules.reason_item_number = client_items.item_number
    group by 1, 2

),

offers_with_reason as (

    select
        numbered_clients.client_id,
        items.item_id,
        offers.offer_rank,
        reason_items.item_id as reason_item_id,
        offers.confidence,
        rules.basket_ab_count,
        rules.lift,
        offers.expected_amount,
        offers.expected_margin_amount,
        case when rules.basket_ab_count < 30 then 'low_n' else 'ok' end
            as quality_flag,
        model_versions.model_version,
        clock.as_of_date

    from offers
    inner join reasons
        on
            offers.client_number = reasons.client_number
            and offers.item_number = reasons.item_number
    inner join rules
        on
            offers.item_number = rules.item_number
            and reasons.reason_item_number = rules.reason_item_number
    inner join numbered_clients
        on offers.client_number = numbered_clients.client_number
    inner join items on offers.item_number = items.item_number
    inner join items as reason_items
        on reasons.reason_item_number = reason_items.item_number
    cross join clock
    left join model_versions
        on model_versions.relation = 'metrics.next_products'

)

select * from offers_with_reason
