-- One row per open deal: its worth by the history of its stage and by its
-- manager's own probability. A deal whose expected closing has passed, or that
-- stands still for more than twice the median stay of its stage, is stale.
--
-- grain    deal
-- key      deal_id
-- answers  Which deals are open, what are they worth, which are stale?

with

model_versions as (

    select * from meta.model_versions

),

deals as (

    select * from marts.deals

),

deal_stages as (

    select * from metrics.deal_stages

),

deal_stage_stays as (

    select * from metrics.deal_stage_stays

),

clock as (

    select * from meta.clock

),

last_moves as (

    select
        deal_stage_stays.deal_id,
        max(deal_stage_stays.entered_date) as moved_date

    from deal_stage_stays
    group by 1

),

open_deals_with_stage as (

    select
        deals.deal_id,
        deals.name,
        deals.client_id,
        coalesce(deals.manager_id, 'unknown') as manager_id,
        deals.stage,
        deal_stages.stage_number,
        deals.amount,
        deal_stages.win_probability,
        coalesce(deal_stages.entry_count, 0) as entry_count,
        cast(deals.probability_share as double) as manual_probability,
        deals.created_date,
        deals.expected_close_date,
        date_diff(
            'day',
            coalesce(last_moves.moved_date, deals.created_date),
            clock.as_of_date
        ) as idle_days,
        deal_stages.stay_days_p50,
        coalesce(deals.expected_close_date < clock.as_of_date, false)
            as has_passed,
        model_versions.model_version,
        clock.as_of_date

    from deals
    cross join clock
    left join model_versions
        on model_versions.relation = 'metrics.open_deals'
    left join deal_stages on deals.stage = deal_stages.stage
    left join last_moves on deals.deal_id = last_moves.deal_id
    where deals.status = 'open'

),

open_deals_judged as (

    select
        open_deals_with_stage.deal_id,
        open_deals_with_stage.name,
        open_deals_with_stage.client_id,
        open_deals_with_stage.manager_id,
        open_deals_with_stage.stage,
        open_deals_with_stage.stage_number,
        open_deals_with_stage.amount,
        open_deals_with_stage.win_probability,
        open_deals_with_stage.entry_count,
        open_deals_with_stage.manual_probability,
        cast(
            cast(open_deals_with_stage.amount as double)
            * open_deals_with_stage.win_probability as decimal(38, 4)
        ) as weighted_amount,
        cast(
            cast(open_deals_with_stage.amount as double)
            * open_deals_with_stage.manual_probability as decimal(38, 4)
        ) as manual_weighted_amount,
        open_deals_with_stage.created_date,
        open_deals_with_stage.expected_close_date,
        cast(
            date_trunc('quarter', open_deals_with_stage.expected_close_date)
            as date
        ) as expected_close_quarter,
        open_deals_with_stage.idle_days,
        open_deals_with_stage.stay_days_p50,
        case
            when
                open_deals_with_stage.has_passed
                and open_deals_with_stage.idle_days
                > 2e0 * open_deals_with_stage.stay_days_p50
                then 'both'
            when open_deals_with_stage.has_passed then 'close_date_passed'
            when
                open_deals_with_stage.idle_days
                > 2e0 * open_deals_with_stage.stay_days_p50
                then 'idle'
            else 'none'
        end as stale_reason,
        open_deals_with_stage.model_version,
        open_deals_with_stage.as_of_date

    from open_deals_with_stage

),

open_deals_flagged as (

    select
        open_deals_judged.deal_id,
        open_deals_judged.name,
        open_deals_judged.client_id,
        open_deals_judged.manager_id,
        open_deals_judged.stage,
        open_deals_judged.stage_number,
        open_deals_judged.amount,
        open_deals_judged.win_probability,
        open_deals_judged.entry_count,
        open_deals_judged.manual_probability,
        open_deals_judged.weighted_amount,
        open_deals_judged.manual_weighted_amount,
        open_deals_judged.created_date,
        open_deals_judged.expected_close_date,
        open_deals_judged.expected_close_quarter,
        open_deals_judged.idle_days,
        open_deals_judged.stay_days_p50,
        open_deals_judged.stale_reason <> 'none' as is_stale,
        open_deals_judged.stale_reason,
        case
            when open_deals_judged.amount is null then 'no_amount'
            when open_deals_judged.win_probability is null then 'no_history'
            else 'ok'
        end as quality_flag,
        open_deals_judged.model_version,
        open_deals_judged.as_of_date

    from open_deals_judged

)

select * from open_deals_flagged
