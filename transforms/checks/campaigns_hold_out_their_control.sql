-- A campaign designed with a control group has clients in the arm control.
--
-- severity warning

with

members as (

    select * from marts.campaign_members

),

campaigns as (

    select * from marts.campaigns

),

campaigns_without_control as (

    select
        members.campaign_id,
        max(campaigns.control_share) as control_share,
        cast(count(*) as bigint) as client_count,
        min(members.arm) as first_arm,
        max(members.arm) as last_arm

    from members
    inner join campaigns
        on members.campaign_id = campaigns.campaign_id
    where campaigns.control_share > 0
    group by 1
    having count(*) filter (where members.arm = 'control') = 0

)

select * from campaigns_without_control
