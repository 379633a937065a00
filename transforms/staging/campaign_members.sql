-- One row per client assigned to a campaign, as it stood on the as-of day.
-- Members assigned later are left out; what they did later has not happened
-- yet.
--
-- grain    campaign_id, client_id
-- key      campaign_id, client_id

with

campaign_members as (

    select * from raw.campaign_members

),

client_ids as (

    select * from staging.client_ids

),

clock as (

    select * from meta.clock

),

campaign_members_known as (

    select
        campaign_members.campaign_id,
        coalesce(client_ids.client_id, campaign_members.client_id) as client_id,
        campaign_members.arm,
        campaign_members.assigned_at,
        case
            when cast(campaign_members.sent_at as date) <= clock.as_of_date
                then campaign_members.sent_at
        end as sent_at,
        case
            when cast(campaign_members.delivered_at as date) <= clock.as_of_date
                then campaign_members.delivered_at
        end as delivered_at,
        case
            when cast(campaign_members.opened_at as date) <= clock.as_of_date
                then campaign_members.opened_at
        end as opened_at,
        case
            when cast(campaign_members.clicked_at as date) <= clock.as_of_date
                then campaign_members.clicked_at
        end as clicked_at,
        case
            when cast(campaign_members.responded_at as date) <= clock.as_of_date
                then campaign_members.responded_at
        end as responded_at,
        campaign_members._source as source,
        campaign_members._file_id,
        campaign_members._record

    from campaign_members
    left join client_ids
        on campaign_members.client_id = client_ids.source_client_id
    cross join clock
    where
        campaign_members.assigned_at is null
        or cast(campaign_members.assigned_at as date) <= clock.as_of_date

)

select * from campaign_members_known
