-- One row per pair of items bought together more often than chance explains.
--
-- grain    pair of items
-- key      item_a, item_b
-- answers  What sells with what?
--
-- item_a comes before item_b in the order of their keys. support = n_ab / n,
-- confidence a→b = n_ab / n_a, lift = n_ab n / (n_a n_b),
-- leverage = n_ab / n - n_a n_b / n². Shown are pairs found in enough baskets
-- whose lower 95 % limit of ln lift is above zero, with
-- se = sqrt(1/n_ab - 1/n_often + 1/n_seldom - 1/n): the approximation for the
-- risk ratio, taken from the more frequent item of the two, the wider way, so
-- that the limit does not depend on which is called a (models.md §7).

with

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

all_basket_items as (

    select * from metrics.basket_items

),

basket_items as (

    select
        all_basket_items.basket_id,
        all_basket_items.item_id,
        all_basket_items.basket_item_count

    from all_basket_items
    cross join settings
    where
        all_basket_items.basket_item_count
        <= settings.cross_sell_max_basket_items

),

-- A basket of k items stands in k rows.
baskets_by_size as (

    select
        basket_items.basket_item_count,
        cast(count(*) as double)
        / nullif(cast(basket_items.basket_item_count as double), 0)
            as basket_count

    from basket_items
    group by 1

),

baskets as (

    select
        cast(
            floor(coalesce(sum(baskets_by_size.basket_count), 0e0) + 0.5e0)
            as bigint
        ) as basket_count

    from baskets_by_size

),

item_counts as (

    select
        basket_items.item_id,
        cast(count(*) as bigint) as basket_count

    from basket_items
    group by 1

),

-- Numbers in the order of keys stand for items while they are paired.
numbered_items as (

    select
        item_counts.item_id,
        item_counts.basket_count,
        row_number() over (order by item_counts.item_id asc nulls last)
            as item_number

    from item_counts

),

frequent_items as (

    select
        basket_items.basket_id,
        numbered_items.item_number

    from basket_items
    inner join numbered_items on basket_items.item_id = numbered_items.item_id
    cross join settings
    where
        numbered_items.basket_count >= settings.cross_sell_min_pair_count
        and basket_items.basket_item_count > 1

),

pairs as (

    select
        first_items.item_number as number_a,
        second_items.item_number as number_b,
        cast(count(*) as bigint) as basket_ab_count

    from frequent_items as first_items
    inner join frequent_items as second_items
        on
            first_items.basket_id = second_items.basket_id
            and first_items.item_number < second_items.item_number
    group by 1, 2

),

counted_pairs as (

    select
        counts_a.item_id as item_a,
        counts_b.item_id as item_b,
        counts_a.basket_count as basket_a_count,
        counts_b.basket_count as basket_b_count,
        pairs.basket_ab_count,
        baskets.basket_count,
        cast(counts_a.basket_count as double) as size_a,
        cast(counts_b.basket_count as double) as size_b,
        cast(pairs.basket_ab_count as double) as size_ab,
        cast(baskets.basket_count as double) as size_all

    from pairs
    inner join numbered_items as counts_a
        on pairs.number_a = counts_a.item_number
    inner join numbered_items as counts_b
        on pairs.number_b = counts_b.item_number
    cross join baskets
    cross join settings
    where pairs.basket_ab_count >= settings.cross_sell_min_pair_count

),

inverse_sizes as (

    select
        counted_pairs.item_a,
        counted_pairs.item_b,
        cast(1e0 as double) / nullif(counted_pairs.size_ab, 0)
        + abs(
            cast(1e0 as double) / nullif(counted_pairs.size_b, 0)
            - cast(1e0 as double) / nullif(counted_pairs.size_a, 0)
        )
        - cast(1e0 as double) / nullif(counted_pairs.size_all, 0) as variance

    from counted_pairs

),

measured_pairs as (

    select
        counted_pairs.item_a,
        counted_pairs.item_b,
        counted_pairs.basket_a_count,
        counted_pairs.basket_b_count,
        counted_pairs.basket_ab_count,
        counted_pairs.basket_count,
        cast(counted_pairs.size_ab as double)
        / nullif(counted_pairs.size_all, 0) as support,
        cast(counted_pairs.size_ab as double)
        / nullif(counted_pairs.size_a, 0) as confidence_ab,
        cast(counted_pairs.size_ab as double)
        / nullif(counted_pairs.size_b, 0) as confidence_ba,
        cast(counted_pairs.size_ab * counted_pairs.size_all as double)
        / nullif(counted_pairs.size_a * counted_pairs.size_b, 0) as lift,
        1.959964e0 * sqrt(
            case
                when inverse_sizes.variance > 0 then inverse_sizes.variance
                else 0e0
            end
        ) as log_half_width,
        cast(counted_pairs.size_ab as double)
        / nullif(counted_pairs.size_all, 0)
        - cast(counted_pairs.size_a * counted_pairs.size_b as double)
        / nullif(counted_pairs.size_all * counted_pairs.size_all, 0)
            as leverage

    from counted_pairs
    inner join inverse_sizes
        on
            counted_pairs.item_a = inverse_sizes.item_a
            and counted_pairs.item_b = inverse_sizes.item_b

),

pairs_beyond_chance as (

    select
        measured_pairs.item_a,
        measured_pairs.item_b,
        measured_pairs.basket_a_count,
        measured_pairs.basket_b_count,
        measured_pairs.basket_ab_count,
        measured_pairs.basket_count,
        measured_pairs.support,
        measured_pairs.confidence_ab,
        measured_pairs.confidence_ba,
        measured_pairs.lift,
        exp(ln(measured_pairs.lift) - measured_pairs.log_half_width)
            as lift_lower,
        exp(ln(measured_pairs.lift) + measured_pairs.log_half_width)
            as lift_upper,
        measured_pairs.leverage,
        clock.as_of_date

    from measured_pairs
    cross join clock
    where ln(measured_pairs.lift) > measured_pairs.log_half_width

)

select * from pairs_beyond_chance
