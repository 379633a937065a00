-- One row per campaign, as its source states it. A campaign is a plan: one that
-- starts after the as-of day stays.
--
-- grain    campaign_id
-- key      campaign_id

with

campaigns as (

    select * from raw.campaigns

),

campaigns_known as (

    select
        campaigns.campaign_id,
        campaigns.name,
        campaigns.channel,
        campaigns.start_date,
        campaigns.end_date,
        campaigns.budget_amount,
        campaigns.fixed_cost_amount,
        campaigns.unit_cost_amount,
        campaigns.discount_cost_amount,
        campaigns.currency,
        campaigns.control_share,
        coalesce(campaigns.has_equal_arms, false) as has_equal_arms,
        campaigns._source as source,
        campaigns._file_id,
        campaigns._record

    from campaigns

)

select * from campaigns_known
