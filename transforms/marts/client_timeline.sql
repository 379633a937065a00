-- One row per fact of a client: everything that happened, in one table.
--
-- grain    kind of event, document or event
-- key      event_kind, event_id
-- answers  What happened with this client, day by day?
-- kept as view
--
-- A view: each row stands in another mart already. Deliveries are whole orders
-- that arrived. Facts that name no client are left out.

with

orders as (

    select * from marts.orders

),

invoices as (

    select * from marts.invoices

),

payments as (

    select * from marts.payments

),

returns as (

    select * from marts.returns

),

complaints as (

    select * from marts.complaints

),

interactions as (

    select * from marts.interactions

),

deals as (

    select * from marts.deals

),

contracts as (

    select * from marts.contracts

),

surveys as (

    select * from marts.surveys

),

campaigns as (

    select * from marts.campaigns

),

campaign_members as (

    select * from marts.campaign_members

),

events as (

    select
        orders.client_id,
        orders.order_date as event_date,
        case
            when orders.is_cancelled then 'order_cancelled' else 'order'
        end as event_kind,
        orders.order_id as event_id,
        cast(orders.net_amount as decimal(38, 4)) as amount,
        cast(orders.status as varchar) as detail

    from orders
    where orders.client_id is not null

    union all

    select
        orders.client_id,
        orders.delivered_date as event_date,
        'delivery' as event_kind,
        orders.order_id as event_id,
        cast(null as decimal(38, 4)) as amount,
        cast(null as varchar) as detail

    from orders
    where orders.client_id is not null and orders.is_delivered

    union all

    select
        invoices.client_id,
        invoices.issued_date as event_date,
        'invoice' as event_kind,
        invoices.invoice_id as event_id,
        cast(invoices.amount as decimal(38, 4)) as amount,
        cast(
            case when invoices.overdue_days > 0 then 'overdue' end as varchar
        ) as detail

    from invoices
    where invoices.client_id is not null

    union all

    select
        payments.client_id,
        payments.paid_date as event_date,
        'payment' as event_kind,
        payments.payment_id as event_id,
        cast(payments.amount as decimal(38, 4)) as amount,
        cast(null as varchar) as detail

    from payments
    where payments.client_id is not null

    union all

    select
        returns.client_id,
        returns.return_date as event_date,
        'return' as event_kind,
        returns.return_id as event_id,
        cast(returns.amount as decimal(38, 4)) as amount,
        cast(returns.reason as varchar) as detail

    from returns
    where returns.client_id is not null

    union all

    select
        contracts.client_id,
        contracts.start_date as event_date,
        'contract' as event_kind,
        contracts.contract_id as event_id,
        cast(contracts.monthly_amount as decimal(38, 4)) as amount,
        coalesce(contracts.name, contracts.kind) as detail

    from contracts
    where contracts.client_id is not null

    union all

    select
        contracts.client_id,
        contracts.ended_date as event_date,
        'contract_ended' as event_kind,
        contracts.contract_id as event_id,
        cast(null as decimal(38, 4)) as amount,
        coalesce(contracts.name, contracts.kind) as detail

    from contracts
    where contracts.client_id is not null
        and contracts.ended_date is not null

    union all

    select
        complaints.client_id,
        cast(complaints.opened_at as date) as event_date,
        'complaint' as event_kind,
        complaints.complaint_id as event_id,
        cast(null as decimal(38, 4)) as amount,
        cast(complaints.complaint_type as varchar) as detail

    from complaints
    where complaints.client_id is not null

    union all

    select
        complaints.client_id,
        cast(complaints.closed_at as date) as event_date,
        'complaint_closed' as event_kind,
        complaints.complaint_id as event_id,
        cast(null as decimal(38, 4)) as amount,
        cast(complaints.outcome as varchar) as detail

    from complaints
    where complaints.client_id is not null
        and complaints.closed_at is not null
        and not complaints.is_open

    union all

    select
        interactions.client_id,
        coalesce(
            interactions.done_date, cast(interactions.planned_at as date)
        ) as event_date,
        case
            when interactions.is_done then 'contact'
            when interactions.is_missed then 'contact_missed'
            else 'contact_planned'
        end as event_kind,
        interactions.interaction_id as event_id,
        cast(null as decimal(38, 4)) as amount,
        cast(interactions.channel as varchar) as detail

    from interactions
    where interactions.client_id is not null
        and not interactions.is_automatic
        and coalesce(
            interactions.done_date, cast(interactions.planned_at as date)
        ) is not null

    union all

    select
        deals.client_id,
        deals.created_date as event_date,
        'deal' as event_kind,
        deals.deal_id as event_id,
        cast(deals.amount as decimal(38, 4)) as amount,
        cast(deals.stage as varchar) as detail

    from deals
    where deals.client_id is not null
        and deals.created_date is not null

    union all

    select
        deals.client_id,
        deals.closed_date as event_date,
        case
            when deals.status = 'won' then 'deal_won' else 'deal_lost'
        end as event_kind,
        deals.deal_id as event_id,
        cast(deals.amount as decimal(38, 4)) as amount,
        cast(deals.lost_reason as varchar) as detail

    from deals
    where deals.client_id is not null
        and deals.closed_date is not null
        and deals.status in ('won', 'lost')

    union all

    select
        surveys.client_id,
        surveys.answered_date as event_date,
        'survey' as event_kind,
        surveys.survey_answer_id as event_id,
        cast(null as decimal(38, 4)) as amount,
        cast(surveys.score as varchar) as detail

    from surveys
    where surveys.client_id is not null
        and surveys.answered_date is not null
        and surveys.is_answered

    union all

    select
        campaign_members.client_id,
        cast(campaign_members.proven_sent_at as date) as event_date,
        'campaign' as event_kind,
        campaign_members.campaign_id || ' ' || campaign_members.client_id
            as event_id,
        cast(null as decimal(38, 4)) as amount,
        cast(campaigns.name as varchar) as detail

    from campaign_members
    left join campaigns
        on campaign_members.campaign_id = campaigns.campaign_id
    where campaign_members.client_id is not null
        and campaign_members.proven_sent_at is not null

    union all

    select
        campaign_members.client_id,
        cast(campaign_members.responded_at as date) as event_date,
        'campaign_response' as event_kind,
        campaign_members.campaign_id || ' ' || campaign_members.client_id
            as event_id,
        cast(null as decimal(38, 4)) as amount,
        cast(campaigns.name as varchar) as detail

    from campaign_members
    left join campaigns
        on campaign_members.campaign_id = campaigns.campaign_id
    where campaign_members.client_id is not null
        and campaign_members.responded_at is not null

)

select * from events
