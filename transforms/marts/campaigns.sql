-- One row per campaign, with its costs in the reporting currency at the rate of
-- its first day. One that documents name and no source describes has a bare
-- row.
--
-- grain    campaign_id
-- key      campaign_id

with

campaigns as (

    select * from staging.campaigns

),

named_keys as (

    select * from marts.named_keys

),

document_rates as (

    select * from marts.document_rates

),

settings as (

    select * from meta.settings

),

campaigns_with_rate as (

    select
        campaigns.campaign_id,
        campaigns.name,
        campaigns.channel,
        campaigns.start_date,
        campaigns.end_date,
        campaigns.control_share,
        campaigns.has_equal_arms,
        campaigns.budget_amount,
        campaigns.fixed_cost_amount,
        campaigns.unit_cost_amount,
        campaigns.discount_cost_amount,
        campaigns.source,
        coalesce(campaigns.currency, settings.reporting_currency)
            as currency,
        case
            when
                coalesce(campaigns.currency, settings.reporting_currency)
                = settings.reporting_currency
                then cast(1 as decimal(18, 8))
            else document_rates.rate
        end as rate

    from campaigns
    cross join settings
    left join document_rates
        on
            campaigns.currency = document_rates.currency
            and campaigns.start_date = document_rates.document_date

),

campaigns_converted as (

    select
        campaigns_with_rate.campaign_id,
        campaigns_with_rate.name,
        coalesce(campaigns_with_rate.channel, 'unknown') as channel,
        campaigns_with_rate.start_date,
        campaigns_with_rate.end_date,
        campaigns_with_rate.control_share,
        campaigns_with_rate.has_equal_arms,
        campaigns_with_rate.currency,
        campaigns_with_rate.rate is not null as has_rate,
        case
            when campaigns_with_rate.rate = 1
                then campaigns_with_rate.budget_amount
            else cast(
                cast(campaigns_with_rate.budget_amount as decimal(38, 4))
                * campaigns_with_rate.rate as decimal(18, 4)
            )
        end as budget_amount,
        case
            when campaigns_with_rate.rate = 1
                then campaigns_with_rate.fixed_cost_amount
            else cast(
                cast(campaigns_with_rate.fixed_cost_amount as decimal(38, 4))
                * campaigns_with_rate.rate as decimal(18, 4)
            )
        end as fixed_cost_amount,
        case
            when campaigns_with_rate.rate = 1
                then campaigns_with_rate.unit_cost_amount
            else cast(
                cast(campaigns_with_rate.unit_cost_amount as decimal(38, 4))
                * campaigns_with_rate.rate as decimal(18, 4)
            )
        end as unit_cost_amount,
        case
            when campaigns_with_rate.rate = 1
                then campaigns_with_rate.discount_cost_amount
            else cast(
                cast(campaigns_with_rate.discount_cost_amount as decimal(38, 4))
                * campaigns_with_rate.rate as decimal(18, 4)
            )
        end as discount_cost_amount,
        true as has_card,
        campaigns_with_rate.source

    from campaigns_with_rate

    union all

    select
        named_keys.entity_id as campaign_id,
        named_keys.entity_id as name,
        'unknown' as channel,
        cast(null as date) as start_date,
        cast(null as date) as end_date,
        cast(null as decimal(9, 6)) as control_share,
        false as has_equal_arms,
        settings.reporting_currency as currency,
        true as has_rate,
        cast(null as decimal(18, 4)) as budget_amount,
        cast(null as decimal(18, 4)) as fixed_cost_amount,
        cast(null as decimal(18, 4)) as unit_cost_amount,
        cast(null as decimal(18, 4)) as discount_cost_amount,
        false as has_card,
        'unknown' as source

    from named_keys
    cross join settings
    where
        named_keys.entity = 'campaigns'
        and not named_keys.has_card

)

select * from campaigns_converted
