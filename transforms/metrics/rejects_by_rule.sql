-- One row per source, entity, rule and column: records set aside because of it.
--
-- grain    source, entity, rule, column
-- key      source, entity, rule, column_name
-- answers  What is wrong with our exports?

with

rejects as (

    select * from meta.rejects

),

files as (

    select * from meta.files

),

rejects_with_file as (

    select
        coalesce(files.source, 'unknown') as source,
        coalesce(files.entity, 'unknown') as entity,
        coalesce(rejects.rule, 'unknown') as rule,
        coalesce(rejects.column_name, 'unknown') as column_name,
        rejects.file_id,
        rejects.line_from,
        coalesce(rejects.state = 'open', true) as is_open

    from rejects
    left join files on rejects.file_id = files.file_id

),

rejects_per_file_and_line as (

    select
        rejects_with_file.source,
        rejects_with_file.entity,
        rejects_with_file.rule,
        rejects_with_file.column_name,
        rejects_with_file.file_id,
        rejects_with_file.line_from,
        count(*) as reject_count,
        count(*) filter (where rejects_with_file.is_open) as open_count

    from rejects_with_file
    group by 1, 2, 3, 4, 5, 6

),

rejects_per_rule as (

    select
        rejects_per_file_and_line.source,
        rejects_per_file_and_line.entity,
        rejects_per_file_and_line.rule,
        rejects_per_file_and_line.column_name,
        cast(sum(rejects_per_file_and_line.reject_count) as bigint)
            as reject_count,
        cast(sum(rejects_per_file_and_line.open_count) as bigint)
            as open_count,
        cast(count(*) as bigint) as record_count,
        cast(
            count(distinct rejects_per_file_and_line.file_id) as bigint
        ) as file_count,
        min(rejects_per_file_and_line.file_id) as first_file_id,
        max(rejects_per_file_and_line.file_id) as last_file_id

    from rejects_per_file_and_line
    group by 1, 2, 3, 4

)

select * from rejects_per_rule
