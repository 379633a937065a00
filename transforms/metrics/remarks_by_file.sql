-- One row per file, kind and text of a remark: what a file holds beside its
-- rows, and rows that were mended on the way in.
--
-- grain    file, kind, message
-- key      file_id, kind, message
-- answers  What in our exports needs a look though it was loaded?

with

remarks as (

    select * from meta.remarks

),

files as (

    select * from meta.files

),

remarks_per_message as (

    select
        remarks.file_id,
        remarks.kind,
        remarks.message,
        count(*) as remark_count,
        min(remarks.line_from) as first_line

    from remarks
    where remarks.message is not null
    group by 1, 2, 3

),

remarks_with_file as (

    select
        remarks_per_message.file_id,
        coalesce(files.source, 'unknown') as source,
        coalesce(files.entity, 'unknown') as entity,
        coalesce(files.name, 'unknown') as name,
        files.loaded_at,
        remarks_per_message.kind,
        remarks_per_message.message,
        remarks_per_message.remark_count,
        remarks_per_message.first_line,
        remarks_per_message.kind = 'footer'
        and remarks_per_message.message like '%, difference %'
            as is_total_missed

    from remarks_per_message
    left join files on remarks_per_message.file_id = files.file_id

)

select * from remarks_with_file
