-- Every client of a campaign is treated or held out as control.
--
-- severity warning

with

members as (

    select * from marts.campaign_members

),

unknown_arms as (

    select
        members.campaign_id,
        members.arm,
        cast(count(*) as bigint) as client_count

    from members
    where members.arm not in ('treated', 'control')
    group by 1, 2

)

select * from unknown_arms
