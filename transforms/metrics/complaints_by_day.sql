-- One row per day received, type and responsible manager: complaints as they
-- stood on the as-of day. The same complaints as by month, of each day.
--
-- grain    day received, type, responsible manager
-- key      day, complaint_type, manager_id
-- answers  Which complaints came these days and weeks, and whose are they?

with

complaints as (

    select * from marts.complaints

),

complaints_in_cells as (

    select
        cast(complaints.opened_at as date) as day,
        complaints.opened_month as month,
        complaints.complaint_type,
        coalesce(complaints.responsible_manager_id, 'unknown') as manager_id,
        complaints.is_open,
        complaints.is_overdue,
        complaints.is_closed_in_time,
        complaints.first_response_at is null as is_unanswered

    from complaints

),

counts_per_cell as (

    select
        complaints_in_cells.day,
        complaints_in_cells.month,
        complaints_in_cells.complaint_type,
        complaints_in_cells.manager_id,
        cast(count(*) as bigint) as opened_count,
        cast(
            count(*) filter (where not complaints_in_cells.is_open) as bigint
        ) as closed_count,
        cast(
            count(*) filter (where complaints_in_cells.is_open) as bigint
        ) as open_count,
        cast(
            count(*) filter (where complaints_in_cells.is_overdue) as bigint
        ) as overdue_count,
        cast(
            count(*) filter (where complaints_in_cells.is_unanswered)
            as bigint
        ) as unanswered_count,
        cast(
            count(*) filter (where complaints_in_cells.is_closed_in_time)
            as bigint
        ) as within_target_count

    from complaints_in_cells
    group by 1, 2, 3, 4

)

select * from counts_per_cell
