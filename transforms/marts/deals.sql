-- One row per opportunity, as it stood on the as-of day: its stage is that of
-- its last known move, where moves are known, else the one on its card.
--
-- grain    deal_id
-- key      deal_id

with

deals as (

    select * from staging.deals

),

deal_stage_changes as (

    select * from staging.deal_stage_changes

),

document_rates as (

    select * from marts.document_rates

),

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

changes_ranked as (

    select
        deal_stage_changes.deal_id,
        deal_stage_changes.to_stage,
        row_number() over (
            partition by deal_stage_changes.deal_id
            order by
                deal_stage_changes.changed_at desc nulls last,
                deal_stage_changes.to_stage asc nulls last
        ) as change_rank

    from deal_stage_changes

),

last_changes as (

    select
        changes_ranked.deal_id,
        changes_ranked.to_stage

    from changes_ranked
    where changes_ranked.change_rank = 1

),

deals_with_rate as (

    select
        deals.deal_id,
        deals.client_id,
        deals.manager_id,
        deals.product_id,
        deals.name,
        coalesce(last_changes.to_stage, deals.stage) as stage,
        deals.status,
        deals.amount,
        coalesce(deals.currency, settings.reporting_currency) as currency,
        case
            when
                coalesce(deals.currency, settings.reporting_currency)
                = settings.reporting_currency
                then cast(1 as decimal(18, 8))
            else document_rates.rate
        end as rate,
        deals.probability_share,
        deals.created_date,
        deals.expected_close_date,
        deals.closed_date,
        deals.lost_reason,
        deals.competitor,
        deals.source

    from deals
    cross join clock
    cross join settings
    left join last_changes on deals.deal_id = last_changes.deal_id
    left join document_rates
        on
            deals.currency = document_rates.currency
            and coalesce(
                deals.closed_date, deals.created_date, clock.as_of_date
            )
            = document_rates.document_date

),

deals_converted as (

    select
        deals_with_rate.deal_id,
        deals_with_rate.client_id,
        deals_with_rate.manager_id,
        deals_with_rate.product_id,
        deals_with_rate.name,
        deals_with_rate.stage,
        deals_with_rate.status,
        deals_with_rate.currency,
        deals_with_rate.rate is not null as has_rate,
        case
            when deals_with_rate.rate = 1 then deals_with_rate.amount
            else cast(
                cast(deals_with_rate.amount as decimal(38, 4))
                * deals_with_rate.rate as decimal(18, 4)
            )
        end as amount,
        deals_with_rate.probability_share,
        deals_with_rate.created_date,
        deals_with_rate.expected_close_date,
        deals_with_rate.closed_date,
        deals_with_rate.lost_reason,
        deals_with_rate.competitor,
        deals_with_rate.source

    from deals_with_rate

)

select * from deals_converted
