-- One row per manager, class of client and product category: the discounts
-- given in the last twelve complete months, and the price that came of them.
--
-- grain    manager, class, category
-- key      manager_id, class, category
-- answers  Who gives how much discount, to whom, and what does it cost?
--
-- Lines that reverse earlier ones (no units, or less than nothing to pay) are
-- left out; what was given away is sold for nothing.
-- list = net / (1 - discount) of lines that state a discount.
-- usual_rate is that of all managers together for the same class and category.
-- leak = list × (rate - usual rate) where the rate is above it: margin given
-- away beyond what is usual. price_realisation = net / (quantity × list price
-- of the product card), over lines of products with a list price; the card is
-- today's.

with

clock as (

    select * from meta.clock

),

order_lines as (

    select * from marts.order_lines

),

products as (

    select * from marts.products

),

segments as (

    select * from metrics.client_segments
    where segmentation = 'class'

),

sold_lines as (

    select
        coalesce(order_lines.manager_id, 'unknown') as manager_id,
        coalesce(segments.segment, 'unknown') as class,
        coalesce(products.category, 'unknown') as category,
        order_lines.net_amount,
        order_lines.margin_amount,
        case
            when
                order_lines.discount_share >= 0
                and order_lines.discount_share < 1
                then cast(
                    cast(order_lines.net_amount as double)
                    / nullif(1 - order_lines.discount_share, 0)
                    as decimal(38, 4)
                )
        end as list_amount,
        case
            when products.list_price_amount > 0
                then cast(
                    order_lines.quantity * products.list_price_amount
                    as decimal(38, 4)
                )
        end as card_amount

    from order_lines
    cross join clock
    left join products on order_lines.product_id = products.product_id
    left join segments on order_lines.client_id = segments.client_id
    where
        not order_lines.is_cancelled
        and order_lines.net_amount >= 0
        and order_lines.quantity > 0
        and order_lines.order_date
        >= cast(clock.open_month - interval '12' month as date)
        and order_lines.order_date < clock.open_month

),

sums as (

    select
        sold_lines.manager_id,
        sold_lines.class,
        sold_lines.category,
        cast(count(*) as bigint) as line_count,
        cast(sum(sold_lines.net_amount) as decimal(38, 4)) as net_amount,
        cast(sum(sold_lines.margin_amount) as decimal(38, 4))
            as margin_amount,
        cast(sum(sold_lines.list_amount) as decimal(38, 4)) as list_amount,
        cast(
            sum(sold_lines.list_amount - sold_lines.net_amount)
            as decimal(38, 4)
        ) as discount_amount,
        cast(
            sum(sold_lines.net_amount) filter (
                where sold_lines.card_amount is not null
            ) as decimal(38, 4)
        ) as carded_net_amount,
        cast(sum(sold_lines.card_amount) as decimal(38, 4)) as card_amount

    from sold_lines
    group by 1, 2, 3

),

usual_rates as (

    select
        sums.class,
        sums.category,
        cast(sum(sums.discount_amount) as double)
        / nullif(cast(sum(sums.list_amount) as double), 0) as usual_rate

    from sums
    group by 1, 2

),

rates as (

    select
        sums.manager_id,
        sums.class,
        sums.category,
        sums.line_count,
        sums.net_amount,
        sums.margin_amount,
        sums.list_amount,
        sums.discount_amount,
        sums.carded_net_amount,
        sums.card_amount,
        usual_rates.usual_rate,
        cast(sums.discount_amount as double)
        / nullif(sums.list_amount, 0) as discount_rate

    from sums
    inner join usual_rates
        on
            sums.class = usual_rates.class
            and sums.category = usual_rates.category

),

leaks as (

    select
        rates.manager_id,
        rates.class,
        rates.category,
        rates.line_count,
        rates.list_amount,
        rates.discount_amount,
        rates.net_amount,
        rates.margin_amount,
        rates.discount_rate,
        rates.usual_rate,
        case
            when rates.discount_rate > rates.usual_rate
                then cast(
                    cast(rates.list_amount as double)
                    * (rates.discount_rate - rates.usual_rate)
                    as decimal(38, 4)
                )
            when rates.discount_rate is not null
                then cast(0 as decimal(38, 4))
        end as leak_amount,
        rates.carded_net_amount,
        rates.card_amount,
        cast(rates.carded_net_amount as double)
        / nullif(rates.card_amount, 0) as price_realisation,
        case when rates.line_count < 30 then 'low_n' else 'ok' end
            as quality_flag,
        clock.as_of_date

    from rates
    cross join clock

)

select * from leaks
