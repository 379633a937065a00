-- One row per cut-off and repeat buyer, or share of them: what it spends.
--
-- grain    cut-off, client
-- key      cut_number, client_id
-- answers  What is a repeat purchase worth?
--
-- The first purchase is left out; amounts are net sales, and only means above
-- zero can be fitted. Of more than 20,000 clients every n-th is taken.

with

base as (

    select * from metrics.churn_base

),

repeat_buyers as (

    select
        base.cut_number,
        base.client_id,
        base.repeat_count,
        cast(base.repeat_amount as double)
        / nullif(cast(base.repeat_count as double), 0) as mean_amount,
        row_number() over (
            partition by base.cut_number
            order by base.client_id nulls last
        ) as place,
        count(*) over (partition by base.cut_number) as client_count

    from base
    where
        base.cut_number in (0, 4)
        and base.repeat_count > 0
        and base.repeat_amount > 0

),

spend_histories as (

    select
        repeat_buyers.cut_number,
        repeat_buyers.client_id,
        repeat_buyers.repeat_count,
        repeat_buyers.mean_amount

    from repeat_buyers
    where
        mod(
            repeat_buyers.place,
            cast(
                ceil(cast(repeat_buyers.client_count as double) / 20000)
                as bigint
            )
        ) = 0

)

select * from spend_histories
