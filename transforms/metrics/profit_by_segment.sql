-- One row per segmentation and segment: profit of its clients.
--
-- grain    segmentation, segment
-- key      segmentation, segment
-- answers  What do our classes of clients really earn us?

with

profits as (

    select * from metrics.client_profit

),

segments as (

    select * from metrics.client_segments

),

classes_and_more as (

    select
        segments.client_id,
        segments.segmentation,
        segments.segment

    from segments

    union all

    select
        profits.client_id,
        'class' as segmentation,
        'prospect' as segment

    from profits
    left join segments on profits.client_id = segments.client_id
    where segments.client_id is null

),

sums as (

    select
        classes_and_more.segmentation,
        classes_and_more.segment,
        cast(count(*) as bigint) as client_count,
        cast(count(*) filter (where profits.profit_amount < 0) as bigint)
            as losing_client_count,
        cast(count(profits.profit_amount) as bigint) as costed_client_count,
        cast(
            count(*) filter (where profits.quality_flag = 'no_unit_costs')
            as bigint
        ) as bare_client_count,
        cast(sum(profits.list_amount) as decimal(38, 4)) as list_amount,
        cast(sum(profits.discount_amount) as decimal(38, 4))
            as discount_amount,
        cast(sum(profits.return_amount) as decimal(38, 4)) as return_amount,
        cast(sum(profits.net_amount) as decimal(38, 4)) as net_amount,
        cast(
            sum(profits.net_amount) filter (
                where profits.profit_amount is not null
            ) as decimal(38, 4)
        ) as costed_net_amount,
        cast(sum(profits.goods_amount) as decimal(38, 4)) as goods_amount,
        cast(sum(profits.delivery_amount) as decimal(38, 4))
            as delivery_amount,
        cast(sum(profits.contact_amount) as decimal(38, 4)) as contact_amount,
        cast(sum(profits.complaint_amount) as decimal(38, 4))
            as complaint_amount,
        cast(sum(profits.campaign_amount) as decimal(38, 4))
            as campaign_amount,
        cast(sum(profits.cost_to_serve_amount) as decimal(38, 4))
            as cost_to_serve_amount,
        cast(sum(profits.profit_amount) as decimal(38, 4)) as profit_amount,
        max(profits.as_of_date) as as_of_date

    from profits
    inner join classes_and_more
        on profits.client_id = classes_and_more.client_id
    group by 1, 2

),

rates as (

    select
        sums.segmentation,
        sums.segment,
        sums.client_count,
        sums.losing_client_count,
        sums.list_amount,
        sums.discount_amount,
        sums.return_amount,
        sums.net_amount,
        sums.goods_amount,
        sums.delivery_amount,
        sums.contact_amount,
        sums.complaint_amount,
        sums.campaign_amount,
        sums.cost_to_serve_amount,
        sums.profit_amount,
        cast(sums.profit_amount as double)
        / nullif(sums.costed_net_amount, 0) as profit_rate,
        case
            when sums.costed_client_count = 0 then 'no_cost'
            when sums.costed_client_count < sums.client_count
                then 'partial_cost'
            when sums.bare_client_count > 0 then 'no_unit_costs'
            when sums.client_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        sums.as_of_date

    from sums

)

select * from rates
