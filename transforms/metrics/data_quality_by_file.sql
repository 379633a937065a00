-- One row per file offered: what became of its rows.
--
-- grain    file
-- key      file_id
-- answers  Can we trust what was loaded?

with

files as (

    select * from meta.files

),

settings as (

    select * from meta.settings

),

files_counted as (

    select
        files.file_id,
        files.source,
        files.feed,
        files.entity,
        files.name,
        files.state,
        files.loaded_at,
        coalesce(files.rows_read, 0) as rows_read,
        coalesce(files.rows_accepted, 0) as rows_accepted,
        coalesce(files.rows_rejected, 0) as rows_rejected,
        coalesce(files.rows_skipped, 0) as rows_skipped,
        coalesce(files.rows_inserted, 0)
        + coalesce(files.rows_updated, 0)
        + coalesce(files.rows_closed, 0) as rows_changed,
        coalesce(files.rows_unchanged, 0) as rows_unchanged,
        coalesce(files.rows_inserted, 0)
        + coalesce(files.rows_updated, 0)
        + coalesce(files.rows_unchanged, 0)
        + coalesce(files.rows_collapsed, 0)
        + coalesce(files.rows_stale, 0) as rows_accounted

    from files

),

files_with_quality as (

    select
        files_counted.file_id,
        files_counted.source,
        files_counted.feed,
        files_counted.entity,
        files_counted.name,
        files_counted.state,
        files_counted.loaded_at,
        files_counted.rows_read,
        files_counted.rows_accepted,
        files_counted.rows_rejected,
        files_counted.rows_skipped,
        cast(files_counted.rows_changed as bigint) as rows_changed,
        files_counted.rows_unchanged,
        cast(files_counted.rows_accepted as double)
        / nullif(
            cast(
                files_counted.rows_accepted + files_counted.rows_rejected
                as double
            ),
            0
        ) as accepted_rate,
        cast(files_counted.rows_rejected as double)
        / nullif(
            cast(
                files_counted.rows_accepted + files_counted.rows_rejected
                as double
            ),
            0
        ) as rejected_share,
        files_counted.state <> 'committed'
        or (
            files_counted.rows_read
            = files_counted.rows_accepted + files_counted.rows_rejected
            + files_counted.rows_skipped
            and files_counted.rows_accepted = files_counted.rows_accounted
        ) as is_balanced,
        case
            when files_counted.state <> 'committed' then files_counted.state
            when
                cast(files_counted.rows_rejected as double)
                > settings.target_rejected_row_share
                * cast(
                    files_counted.rows_accepted + files_counted.rows_rejected
                    as double
                )
                then 'rejects'
            else 'ok'
        end as quality_flag

    from files_counted
    cross join settings

)

select * from files_with_quality
