-- One row per client assigned to a campaign, treated or held out. A client
-- whose several cards were assigned is one: treated if any card was, in the
-- last such arm by name, with the first day of each thing that happened.
-- Whatever happens to a message later proves the steps before it, which many
-- sources leave out: an answer proves arrival, arrival proves sending.
--
-- grain    campaign_id, client_id
-- key      campaign_id, client_id

with

campaign_members as (

    select * from staging.campaign_members

),

campaigns as (

    select * from marts.campaigns

),

members_named as (

    select
        campaign_members.campaign_id,
        campaign_members.client_id,
        coalesce(
            max(campaign_members.arm) filter (
                where campaign_members.arm <> 'control'
            ),
            'control'
        ) as arm,
        min(campaign_members.assigned_at) as assigned_at,
        min(campaign_members.sent_at) as sent_at,
        min(campaign_members.delivered_at) as delivered_at,
        min(campaign_members.opened_at) as opened_at,
        min(campaign_members.clicked_at) as clicked_at,
        min(campaign_members.responded_at) as responded_at,
        min(campaign_members.source) as source

    from campaign_members
    group by 1, 2

),

members_with_proven_steps as (

    select
        members_named.campaign_id,
        members_named.client_id,
        members_named.arm,
        members_named.assigned_at,
        coalesce(
            cast(members_named.assigned_at as date), campaigns.start_date
        ) as assigned_date,
        members_named.sent_at,
        members_named.delivered_at,
        members_named.opened_at,
        members_named.clicked_at,
        members_named.responded_at,
        coalesce(
            members_named.sent_at,
            members_named.delivered_at,
            members_named.opened_at,
            members_named.clicked_at,
            members_named.responded_at
        ) as proven_sent_at,
        coalesce(
            members_named.delivered_at,
            members_named.opened_at,
            members_named.clicked_at,
            members_named.responded_at
        ) as proven_delivered_at,
        coalesce(
            members_named.opened_at, members_named.clicked_at
        ) as proven_opened_at,
        members_named.source

    from members_named
    left join campaigns on members_named.campaign_id = campaigns.campaign_id

)

select * from members_with_proven_steps
