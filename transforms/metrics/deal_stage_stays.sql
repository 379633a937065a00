-- One row per deal and entry into a stage, from its moves: how long it stayed.
-- The move that closes a deal is no entry. Deals without recorded moves have
-- no rows: today's card does not tell where they stood.
--
-- grain    deal, entry
-- key      deal_id, entry_number
-- answers  Where did each deal stand on any day, and for how long?

with

deal_stage_changes as (

    select * from marts.deal_stage_changes

),

deals as (

    select * from marts.deals

),

changes_ordered as (

    select
        deal_stage_changes.deal_id,
        deal_stage_changes.to_stage as stage,
        cast(deal_stage_changes.changed_at as date) as entered_date,
        row_number() over (
            partition by deal_stage_changes.deal_id
            order by
                deal_stage_changes.changed_at asc nulls last,
                deal_stage_changes.to_stage asc nulls last
        ) as entry_number,
        lead(deal_stage_changes.changed_at) over (
            partition by deal_stage_changes.deal_id
            order by
                deal_stage_changes.changed_at asc nulls last,
                deal_stage_changes.to_stage asc nulls last
        ) as next_changed_at

    from deal_stage_changes

),

stays as (

    select
        changes_ordered.deal_id,
        changes_ordered.entry_number,
        changes_ordered.stage,
        changes_ordered.entered_date,
        coalesce(
            cast(changes_ordered.next_changed_at as date), deals.closed_date
        ) as left_date,
        deals.status,
        deals.closed_date

    from changes_ordered
    -- Moves of deals that are not known leave nothing to count.
    inner join deals on changes_ordered.deal_id = deals.deal_id
    where
        deals.status = 'open'
        or changes_ordered.next_changed_at is not null
        or changes_ordered.entered_date < deals.closed_date

),

stays_with_days as (

    select
        stays.deal_id,
        stays.entry_number,
        stays.stage,
        stays.entered_date,
        stays.left_date,
        date_diff('day', stays.entered_date, stays.left_date) as stay_days,
        stays.status,
        stays.closed_date

    from stays

)

select * from stays_with_days
