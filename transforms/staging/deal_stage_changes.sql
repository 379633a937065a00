-- One row per deal's move from stage to stage. Moves after the as-of day are
-- left out.
--
-- grain    deal_id, changed_at, to_stage
-- key      deal_id, changed_at, to_stage

with

deal_stage_changes as (

    select * from raw.deal_stage_changes

),

clock as (

    select * from meta.clock

),

deal_stage_changes_known as (

    select
        deal_stage_changes.deal_id,
        deal_stage_changes.changed_at,
        deal_stage_changes.from_stage,
        deal_stage_changes.to_stage,
        deal_stage_changes._source as source,
        deal_stage_changes._file_id,
        deal_stage_changes._record

    from deal_stage_changes
    cross join clock
    where
        cast(deal_stage_changes.changed_at as date) <= clock.as_of_date

)

select * from deal_stage_changes_known
