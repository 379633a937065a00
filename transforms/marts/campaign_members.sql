-- One row per client assigned to a campaign, treated or held out. A client
-- whose several cards were assigned is one: treated if any card was, in the
-- last such arm by name, with the first day of each thing that happened.
--
-- grain    campaign_id, client_id
-- key      campaign_id, client_id

with

campaign_members as (

    select * from staging.campaign_members

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

)

select * from members_named
