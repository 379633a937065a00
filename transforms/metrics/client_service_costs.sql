-- One row per client who was delivered to, talked with, heard or written to in
-- the last twelve complete months: what serving it cost. Unit costs that the
-- settings do not give are not counted. A campaign's fixed cost is shared
-- equally by those it was sent to.
--
-- grain    client
-- key      client_id
-- answers  What does serving a client cost?

with

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

orders as (

    select * from marts.orders

),

shipments as (

    select * from marts.shipments

),

interactions as (

    select * from marts.interactions

),

complaints as (

    select * from marts.complaints

),

campaigns as (

    select * from marts.campaigns

),

campaign_members as (

    select * from marts.campaign_members

),

clients as (

    select * from marts.clients

),

window_days as (

    select
        cast(clock.open_month - interval '12' month as date) as from_date,
        cast(clock.open_month - interval '1' day as date) as to_date,
        clock.as_of_date

    from clock

),

deliveries as (

    select
        orders.client_id,
        cast(count(*) as bigint) as delivery_count

    from shipments
    inner join orders on shipments.order_id = orders.order_id
    cross join window_days
    where
        orders.client_id is not null
        and shipments.departure_date >= window_days.from_date
        and shipments.departure_date <= window_days.to_date
    group by 1

),

contacts as (

    select
        interactions.client_id,
        cast(count(*) as bigint) as contact_count,
        cast(
            sum(
                coalesce(
                    case interactions.channel
                        when 'call' then settings.unit_cost_call
                        when 'meeting' then settings.unit_cost_meeting
                        when 'visit' then settings.unit_cost_visit
                        when 'message' then settings.unit_cost_message
                        when 'email' then settings.unit_cost_message
                    end, 0
                )
            ) as decimal(38, 4)
        ) as contact_amount

    from interactions
    cross join window_days
    cross join settings
    where
        interactions.is_contact
        and interactions.client_id is not null
        and interactions.done_date >= window_days.from_date
        and interactions.done_date <= window_days.to_date
    group by 1

),

complaint_counts as (

    select
        complaints.client_id,
        cast(count(*) as bigint) as complaint_count

    from complaints
    cross join window_days
    where
        complaints.client_id is not null
        and cast(complaints.opened_at as date) >= window_days.from_date
        and cast(complaints.opened_at as date) <= window_days.to_date
    group by 1

),

sent_members as (

    select
        campaign_members.campaign_id,
        campaign_members.client_id,
        cast(campaign_members.proven_sent_at as date) as sent_date

    from campaign_members
    where campaign_members.proven_sent_at is not null

),

mailings as (

    select
        sent_members.campaign_id,
        cast(count(*) as bigint) as sent_count

    from sent_members
    group by 1

),

campaign_costs as (

    select
        sent_members.client_id,
        cast(
            sum(
                cast(
                    coalesce(campaigns.unit_cost_amount, 0)
                    + cast(
                        coalesce(campaigns.fixed_cost_amount, 0) as double
                    ) / nullif(mailings.sent_count, 0) as decimal(38, 4)
                )
            ) as decimal(38, 4)
        ) as campaign_amount

    from sent_members
    inner join campaigns on sent_members.campaign_id = campaigns.campaign_id
    inner join mailings on sent_members.campaign_id = mailings.campaign_id
    cross join window_days
    where
        sent_members.sent_date >= window_days.from_date
        and sent_members.sent_date <= window_days.to_date
    group by 1

),

served_clients as (

    select
        clients.client_id,
        coalesce(deliveries.delivery_count, 0) as delivery_count,
        coalesce(contacts.contact_count, 0) as contact_count,
        coalesce(complaint_counts.complaint_count, 0) as complaint_count,
        coalesce(
            cast(
                deliveries.delivery_count * settings.unit_cost_delivery
                as decimal(38, 4)
            ), 0
        ) as delivery_amount,
        coalesce(contacts.contact_amount, 0) as contact_amount,
        coalesce(
            cast(
                complaint_counts.complaint_count
                * settings.unit_cost_complaint as decimal(38, 4)
            ), 0
        ) as complaint_amount,
        coalesce(campaign_costs.campaign_amount, 0) as campaign_amount

    from clients
    cross join settings
    left join deliveries on clients.client_id = deliveries.client_id
    left join contacts on clients.client_id = contacts.client_id
    left join complaint_counts
        on clients.client_id = complaint_counts.client_id
    left join campaign_costs on clients.client_id = campaign_costs.client_id
    where
        coalesce(
            deliveries.client_id, contacts.client_id,
            complaint_counts.client_id, campaign_costs.client_id
        ) is not null

),

costs_added_up as (

    select
        served_clients.client_id,
        served_clients.delivery_count,
        served_clients.contact_count,
        served_clients.complaint_count,
        cast(served_clients.delivery_amount as decimal(38, 4))
            as delivery_amount,
        cast(served_clients.contact_amount as decimal(38, 4))
            as contact_amount,
        cast(served_clients.complaint_amount as decimal(38, 4))
            as complaint_amount,
        cast(served_clients.campaign_amount as decimal(38, 4))
            as campaign_amount,
        cast(
            served_clients.delivery_amount + served_clients.contact_amount
            + served_clients.complaint_amount + served_clients.campaign_amount
            as decimal(38, 4)
        ) as cost_to_serve_amount

    from served_clients

)

select * from costs_added_up
