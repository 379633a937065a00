-- One row per client assigned to a campaign, treated or held out.
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
        campaign_members.arm,
        campaign_members.assigned_at,
        campaign_members.sent_at,
        campaign_members.delivered_at,
        campaign_members.opened_at,
        campaign_members.clicked_at,
        campaign_members.responded_at,
        campaign_members.source

    from campaign_members

)

select * from members_named
