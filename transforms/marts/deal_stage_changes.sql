-- One row per move of a deal from stage to stage.
--
-- grain    deal_id, changed_at, to_stage
-- key      deal_id, changed_at, to_stage

with

deal_stage_changes as (

    select * from staging.deal_stage_changes

),

changes_named as (

    select
        deal_stage_changes.deal_id,
        deal_stage_changes.changed_at,
        deal_stage_changes.from_stage,
        deal_stage_changes.to_stage,
        deal_stage_changes.source

    from deal_stage_changes

)

select * from changes_named
