-- One row per order and campaign that touched its client within the window.
--
-- grain    order, campaign
-- key      order_id, campaign_id
-- answers  Which campaigns could have led to an order?
--
-- A touch is a message delivered, a click or an answer (window_days), or a
-- mere opening (its own, shorter window). Orders have a day and no hour: a
-- touch on the day of the order counts as before it, later ones never count.
-- A campaign named on the order is a touch at the moment of ordering, after
-- all others, also where no source describes that campaign.

with

settings as (

    select * from meta.settings

),

numbers as (

    select * from meta.numbers

),

orders as (

    select * from marts.orders

),

campaigns as (

    select * from marts.campaigns

),

members as (

    select * from marts.campaign_members

),

events as (

    select
        members.campaign_id,
        members.client_id,
        numbers.n as kind_number,
        case numbers.n
            when 1 then members.responded_at
            when 2 then members.clicked_at
            when 3 then members.delivered_at
            else members.opened_at
        end as touched_at,
        case
            when numbers.n = 4 then settings.attribution_opened_window_days
            else settings.attribution_window_days
        end as window_days

    from members
    inner join campaigns
        on members.campaign_id = campaigns.campaign_id
    cross join numbers
    cross join settings
    where numbers.n between 1 and 4

),

touches as (

    select
        orders.order_id,
        orders.order_date,
        events.campaign_id,
        events.kind_number,
        events.touched_at

    from events
    inner join orders
        on events.client_id = orders.client_id
        and cast(events.touched_at as date) <= orders.order_date
        and date_diff(
            'day', cast(events.touched_at as date), orders.order_date
        ) <= events.window_days
    where orders.is_valid

    union all

    select
        orders.order_id,
        orders.order_date,
        orders.campaign_id,
        0 as kind_number,
        cast(orders.order_date as timestamp) as touched_at

    from orders
    inner join campaigns
        on orders.campaign_id = campaigns.campaign_id
    where orders.is_valid

),

touches_by_age as (

    select
        touches.order_id,
        touches.order_date,
        touches.campaign_id,
        touches.kind_number,
        touches.touched_at,
        row_number() over (
            partition by touches.order_id, touches.campaign_id
            order by
                case
                    when touches.kind_number = 0 then 0
                    else 1
                end nulls last,
                touches.touched_at desc nulls last,
                touches.kind_number nulls last
        ) as newest_rank,
        row_number() over (
            partition by touches.order_id, touches.campaign_id
            order by
                case
                    when touches.kind_number = 0 then 1
                    else 0
                end nulls last,
                touches.touched_at nulls last,
                touches.kind_number nulls last
        ) as oldest_rank

    from touches

),

touches_per_campaign as (

    select
        touches_by_age.order_id,
        touches_by_age.campaign_id,
        touches_by_age.order_date,
        max(touches_by_age.kind_number)
            filter (where touches_by_age.newest_rank = 1) as kind_number,
        max(touches_by_age.touched_at)
            filter (where touches_by_age.newest_rank = 1) as touched_at,
        max(touches_by_age.kind_number)
            filter (where touches_by_age.oldest_rank = 1) as first_kind_number,
        max(touches_by_age.touched_at)
            filter (where touches_by_age.oldest_rank = 1) as first_touched_at

    from touches_by_age
    where touches_by_age.newest_rank = 1 or touches_by_age.oldest_rank = 1
    group by 1, 2, 3

),

campaigns_per_order as (

    select
        touches_per_campaign.order_id,
        touches_per_campaign.campaign_id,
        touches_per_campaign.order_date,
        row_number() over (
            partition by touches_per_campaign.order_id
            order by
                case
                    when touches_per_campaign.kind_number = 0 then 1
                    else 0
                end nulls last,
                touches_per_campaign.touched_at nulls last,
                touches_per_campaign.campaign_id nulls last
        ) as touch_number,
        row_number() over (
            partition by touches_per_campaign.order_id
            order by
                case
                    when touches_per_campaign.first_kind_number = 0 then 1
                    else 0
                end nulls last,
                touches_per_campaign.first_touched_at nulls last,
                touches_per_campaign.campaign_id nulls last
        ) as first_touch_number,
        cast(
            count(*) over (partition by touches_per_campaign.order_id) as bigint
        ) as touch_count,
        case touches_per_campaign.kind_number
            when 0 then 'code'
            when 1 then 'responded'
            when 2 then 'clicked'
            when 3 then 'delivered'
            else 'opened'
        end as touch_kind,
        touches_per_campaign.touched_at,
        case touches_per_campaign.first_kind_number
            when 0 then 'code'
            when 1 then 'responded'
            when 2 then 'clicked'
            when 3 then 'delivered'
            else 'opened'
        end as first_touch_kind,
        touches_per_campaign.first_touched_at

    from touches_per_campaign

)

select * from campaigns_per_order
