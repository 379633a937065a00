-- One row per month received, type and responsible manager: complaints as they
-- stood on the as-of day. Unanswered and open ones count as longer than any in
-- the medians, so that leaving the worst unanswered does not look fast.
--
-- grain    month received, type, responsible manager
-- key      month, complaint_type, manager_id
-- answers  What do clients complain about, and who leaves them waiting?

with

complaints as (

    select * from marts.complaints

),

clock as (

    select * from meta.clock

),

complaints_in_cells as (

    select
        complaints.complaint_id,
        complaints.opened_month as month,
        complaints.complaint_type,
        coalesce(complaints.responsible_manager_id, 'unknown') as manager_id,
        complaints.is_open,
        complaints.is_overdue,
        complaints.is_closed_in_time,
        complaints.first_response_at,
        complaints.has_valid_times,
        complaints.first_response_hours,
        complaints.resolution_days

    from complaints

),

complaints_ranked as (

    select
        complaints_in_cells.month,
        complaints_in_cells.complaint_type,
        complaints_in_cells.manager_id,
        complaints_in_cells.first_response_hours,
        complaints_in_cells.resolution_days,
        row_number() over (
            partition by
                complaints_in_cells.month,
                complaints_in_cells.complaint_type,
                complaints_in_cells.manager_id
            order by
                complaints_in_cells.first_response_hours asc nulls last,
                complaints_in_cells.complaint_id asc nulls last
        ) as response_rank,
        row_number() over (
            partition by
                complaints_in_cells.month,
                complaints_in_cells.complaint_type,
                complaints_in_cells.manager_id
            order by
                complaints_in_cells.resolution_days asc nulls last,
                complaints_in_cells.complaint_id asc nulls last
        ) as resolution_rank,
        count(*) over (
            partition by
                complaints_in_cells.month,
                complaints_in_cells.complaint_type,
                complaints_in_cells.manager_id
        ) as cell_count

    from complaints_in_cells
    where complaints_in_cells.has_valid_times

),

medians_per_cell as (

    select
        complaints_ranked.month,
        complaints_ranked.complaint_type,
        complaints_ranked.manager_id,
        case
            when
                count(*) filter (
                    where
                        2 * complaints_ranked.response_rank
                        between complaints_ranked.cell_count
                        and complaints_ranked.cell_count + 2
                        and complaints_ranked.first_response_hours is null
                ) = 0
                then avg(
                    cast(complaints_ranked.first_response_hours as double)
                ) filter (
                    where
                        2 * complaints_ranked.response_rank
                        between complaints_ranked.cell_count
                        and complaints_ranked.cell_count + 2
                )
        end as first_response_hours_p50,
        case
            when
                count(*) filter (
                    where
                        2 * complaints_ranked.resolution_rank
                        between complaints_ranked.cell_count
                        and complaints_ranked.cell_count + 2
                        and complaints_ranked.resolution_days is null
                ) = 0
                then avg(
                    cast(complaints_ranked.resolution_days as double)
                ) filter (
                    where
                        2 * complaints_ranked.resolution_rank
                        between complaints_ranked.cell_count
                        and complaints_ranked.cell_count + 2
                )
        end as resolution_days_p50

    from complaints_ranked
    group by 1, 2, 3

),

counts_per_cell as (

    select
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
            count(*) filter (
                where complaints_in_cells.first_response_at is null
            ) as bigint
        ) as unanswered_count,
        cast(
            count(*) filter (
                where complaints_in_cells.is_closed_in_time
            ) as bigint
        ) as within_target_count

    from complaints_in_cells
    group by 1, 2, 3

),

counts_with_medians as (

    select
        counts_per_cell.month,
        counts_per_cell.complaint_type,
        counts_per_cell.manager_id,
        counts_per_cell.opened_count,
        counts_per_cell.closed_count,
        counts_per_cell.open_count,
        counts_per_cell.overdue_count,
        counts_per_cell.unanswered_count,
        counts_per_cell.within_target_count,
        medians_per_cell.first_response_hours_p50,
        medians_per_cell.resolution_days_p50,
        case
            when counts_per_cell.opened_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from counts_per_cell
    cross join clock
    left join medians_per_cell
        on
            counts_per_cell.month = medians_per_cell.month
            and counts_per_cell.complaint_type
            = medians_per_cell.complaint_type
            and counts_per_cell.manager_id = medians_per_cell.manager_id

)

select * from counts_with_medians
