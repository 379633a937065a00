-- One row per entity, source and stage of the road: rows and money, and what is
-- missing against the stage before. Explained are rows that left on purpose:
-- set aside, superseded or closed by newer loads, dated after the as-of day,
-- cancelled. What is left as a difference is a fault.
--
-- grain    entity, source, stage
-- key      entity, source, stage_number
-- answers  Did every rouble of the files arrive in the numbers?

with

files as (

    select * from meta.files

),

superseded as (

    select * from meta.superseded

),

entity_totals as (

    select * from marts.entity_totals

),

metric_reconciliation as (

    select * from metrics.metric_reconciliation

),

file_totals as (

    select
        files.entity,
        files.source,
        cast(sum(files.rows_read) as bigint) as row_count,
        cast(
            sum(files.rows_read) - sum(files.rows_inserted)
            + sum(files.rows_closed) as bigint
        ) as explained_row_count,
        cast(sum(files.control_amount) as decimal(38, 4)) as amount,
        cast(sum(files.control_amount_loaded) as decimal(38, 4))
            as loaded_amount,
        count(files.control_amount) = count(files.control_amount_loaded)
            as is_loaded_amount_known

    from files
    where files.state = 'committed'
    group by 1, 2

),

file_stage as (

    select
        file_totals.entity,
        file_totals.source,
        cast(1 as bigint) as stage_number,
        'file' as stage,
        file_totals.row_count,
        file_totals.amount,
        cast(0 as bigint) as explained_row_count,
        cast(0 as decimal(38, 4)) as explained_amount,
        cast(null as bigint) as row_difference,
        cast(null as decimal(38, 4)) as difference,
        'records read from committed files' as note

    from file_totals

),

raw_stage as (

    select
        entity_totals.entity,
        entity_totals.source,
        cast(2 as bigint) as stage_number,
        'raw' as stage,
        entity_totals.raw_row_count as row_count,
        entity_totals.raw_amount as amount,
        coalesce(file_totals.explained_row_count, 0) as explained_row_count,
        cast(
            coalesce(
                file_totals.amount - file_totals.loaded_amount
                + coalesce(superseded.amount, 0),
                0
            ) as decimal(38, 4)
        ) as explained_amount,
        cast(
            entity_totals.raw_row_count - file_totals.row_count
            + file_totals.explained_row_count as bigint
        ) as row_difference,
        case
            when
                file_totals.is_loaded_amount_known
                and (
                    entity_totals.raw_amount is not null
                    or file_totals.amount is not null
                )
                then cast(
                    coalesce(entity_totals.raw_amount, 0)
                    - coalesce(file_totals.loaded_amount, 0)
                    + coalesce(superseded.amount, 0) as decimal(38, 4)
                )
        end as difference,
        'explained: set aside, skipped, repeated, superseded or closed' as note

    from entity_totals
    left join file_totals
        on
            entity_totals.entity = file_totals.entity
            and entity_totals.source = file_totals.source
    left join superseded
        on
            entity_totals.entity = superseded.entity
            and entity_totals.source = superseded.source

),

staging_stage as (

    select
        entity_totals.entity,
        entity_totals.source,
        cast(3 as bigint) as stage_number,
        'staging' as stage,
        entity_totals.staging_row_count as row_count,
        entity_totals.staging_amount as amount,
        entity_totals.future_row_count as explained_row_count,
        coalesce(
            entity_totals.future_amount, cast(0 as decimal(38, 4))
        ) as explained_amount,
        cast(
            entity_totals.staging_row_count - entity_totals.raw_row_count
            + entity_totals.future_row_count as bigint
        ) as row_difference,
        cast(
            coalesce(entity_totals.staging_amount, 0)
            - entity_totals.raw_amount
            + coalesce(entity_totals.future_amount, 0) as decimal(38, 4)
        ) as difference,
        'explained: dated after the as-of day' as note

    from entity_totals

),

mart_stage as (

    select
        entity_totals.entity,
        entity_totals.source,
        cast(4 as bigint) as stage_number,
        'mart' as stage,
        entity_totals.mart_row_count as row_count,
        entity_totals.mart_amount as amount,
        cast(0 as bigint) as explained_row_count,
        cast(0 as decimal(38, 4)) as explained_amount,
        cast(
            entity_totals.mart_row_count - entity_totals.staging_row_count
            as bigint
        ) as row_difference,
        cast(null as decimal(38, 4)) as difference,
        'valued and converted to the reporting currency' as note

    from entity_totals

),

all_stages as (

    select
        file_stage.entity,
        file_stage.source,
        file_stage.stage_number,
        file_stage.stage,
        file_stage.row_count,
        file_stage.amount,
        file_stage.explained_row_count,
        file_stage.explained_amount,
        file_stage.row_difference,
        file_stage.difference,
        file_stage.note

    from file_stage

    union all

    select
        raw_stage.entity,
        raw_stage.source,
        raw_stage.stage_number,
        raw_stage.stage,
        raw_stage.row_count,
        raw_stage.amount,
        raw_stage.explained_row_count,
        raw_stage.explained_amount,
        raw_stage.row_difference,
        raw_stage.difference,
        raw_stage.note

    from raw_stage

    union all

    select
        staging_stage.entity,
        staging_stage.source,
        staging_stage.stage_number,
        staging_stage.stage,
        staging_stage.row_count,
        staging_stage.amount,
        staging_stage.explained_row_count,
        staging_stage.explained_amount,
        staging_stage.row_difference,
        staging_stage.difference,
        staging_stage.note

    from staging_stage

    union all

    select
        mart_stage.entity,
        mart_stage.source,
        mart_stage.stage_number,
        mart_stage.stage,
        mart_stage.row_count,
        mart_stage.amount,
        mart_stage.explained_row_count,
        mart_stage.explained_amount,
        mart_stage.row_difference,
        mart_stage.difference,
        mart_stage.note

    from mart_stage

    union all

    select
        metric_reconciliation.entity,
        'all' as source,
        cast(5 as bigint) as stage_number,
        'metric' as stage,
        metric_reconciliation.row_count,
        metric_reconciliation.amount,
        metric_reconciliation.explained_row_count,
        metric_reconciliation.explained_amount,
        metric_reconciliation.row_difference,
        metric_reconciliation.difference,
        metric_reconciliation.note

    from metric_reconciliation

),

stages_judged as (

    select
        all_stages.entity,
        all_stages.source,
        all_stages.stage_number,
        all_stages.stage,
        all_stages.row_count,
        all_stages.amount,
        all_stages.explained_row_count,
        all_stages.explained_amount,
        all_stages.row_difference,
        all_stages.difference,
        coalesce(all_stages.row_difference, 0) = 0
        and coalesce(all_stages.difference, 0) = 0 as is_reconciled,
        all_stages.note

    from all_stages

)

select * from stages_judged
