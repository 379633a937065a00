-- A client's profit is what its parts leave of its net sales, and the classes
-- hold all of it.
--
-- severity error

with

profits as (

    select * from metrics.client_profit

),

segments as (

    select * from metrics.profit_by_segment

),

client_days as (

    select * from marts.client_days

),

windows as (

    select
        min(profits.window_from_date) as from_date,
        max(profits.window_to_date) as to_date

    from metrics.client_profit as profits

),

wrong_clients as (

    select
        profits.client_id as part,
        profits.profit_amount as stated_amount,
        profits.list_amount - profits.discount_amount - profits.return_amount
        - profits.goods_amount - profits.delivery_amount
        - profits.contact_amount - profits.complaint_amount
        - profits.campaign_amount as computed_amount

    from profits
    where
        profits.profit_amount is not null
        and profits.profit_amount
        <> profits.list_amount - profits.discount_amount
        - profits.return_amount - profits.goods_amount
        - profits.delivery_amount - profits.contact_amount
        - profits.complaint_amount - profits.campaign_amount

),

all_clients as (

    select cast(sum(profits.profit_amount) as decimal(38, 4)) as profit_amount

    from profits

),

all_classes as (

    select cast(sum(segments.profit_amount) as decimal(38, 4)) as profit_amount

    from segments
    where segments.segmentation = 'class'

),

profit_totals as (

    select cast(sum(profits.net_amount) as decimal(38, 4)) as net_amount

    from metrics.client_profit as profits

),

sales_totals as (

    select cast(sum(client_days.net_amount) as decimal(38, 4)) as net_amount

    from client_days
    inner join windows
        on
            client_days.day >= windows.from_date
            and client_days.day <= windows.to_date

),

wrong_totals as (

    select
        'net sales' as part,
        profit_totals.net_amount as stated_amount,
        sales_totals.net_amount as computed_amount

    from profit_totals
    cross join sales_totals
    where
        coalesce(profit_totals.net_amount, 0)
        <> coalesce(sales_totals.net_amount, 0)

    union all

    select
        'all classes' as part,
        all_classes.profit_amount as stated_amount,
        all_clients.profit_amount as computed_amount

    from all_clients
    cross join all_classes
    where
        coalesce(all_clients.profit_amount, 0)
        <> coalesce(all_classes.profit_amount, 0)

),

wrong_parts as (

    select
        wrong_clients.part,
        wrong_clients.stated_amount,
        wrong_clients.computed_amount

    from wrong_clients

    union all

    select
        wrong_totals.part,
        wrong_totals.stated_amount,
        wrong_totals.computed_amount

    from wrong_totals

)

select * from wrong_parts
