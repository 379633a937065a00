-- One row per class, region, manager and band of profit: what its clients sell,
-- cost and leave. All clients whose costs are known stand in the order of their
-- profit, the highest first, and are cut into 200 parts of equal size. Clients
-- of any choice of classes, regions and managers, added up band by band, give
-- points of their own whale curve.
--
-- grain    class, region, manager, costs known or not, band
-- key      class, region, manager_id, is_costed, band
-- answers  What do the clients of a region, a manager or a class leave us?

with

profits as (

    select * from metrics.client_profit

),

client_segments as (

    select * from metrics.client_segments

),

clients as (

    select * from marts.clients

),

bands as (

    select
        profits.client_id,
        cast(
            floor(
                (
                    row_number() over (
                        order by
                            profits.profit_amount desc nulls last,
                            profits.client_id asc nulls last
                    ) - 1
                ) * 200e0
                / nullif(cast(count(*) over () as double), 0)
            ) as bigint
        ) as band

    from profits
    where profits.profit_amount is not null

),

profit_by_place as (

    select
        coalesce(client_segments.segment, 'prospect') as class,
        coalesce(clients.region, 'unknown') as region,
        coalesce(clients.manager_id, 'unknown') as manager_id,
        bands.band is not null as is_costed,
        coalesce(bands.band, 200) as band,
        min(profits.window_from_date) as window_from_date,
        max(profits.window_to_date) as window_to_date,
        cast(count(*) as bigint) as client_count,
        cast(count(*) filter (where profits.profit_amount < 0) as bigint)
            as losing_client_count,
        cast(
            count(*) filter (where profits.quality_flag = 'no_unit_costs')
            as bigint
        ) as bare_client_count,
        cast(sum(profits.list_amount) as decimal(38, 4)) as list_amount,
        cast(sum(profits.discount_amount) as decimal(38, 4))
            as discount_amount,
        cast(sum(profits.return_amount) as decimal(38, 4)) as return_amount,
        cast(sum(profits.net_amount) as decimal(38, 4)) as net_amount,
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
        cast(
            coalesce(
                sum(-profits.profit_amount) filter (
                    where profits.profit_amount < 0
                ),
                0
            ) as decimal(38, 4)
        ) as loss_amount,
        max(profits.as_of_date) as as_of_date

    from profits
    left join bands on profits.client_id = bands.client_id
    left join client_segments
        on
            profits.client_id = client_segments.client_id
            and client_segments.segmentation = 'class'
    left join clients on profits.client_id = clients.client_id
    group by 1, 2, 3, 4, 5

)

select * from profit_by_place
