-- One row per month received, type and responsible manager: how many complaints
-- met their targets in working hours, broke them, or are still within them. The
-- share met leaves out only what is still pending.
--
-- grain    month received, type, responsible manager
-- key      month, complaint_type, manager_id
-- answers  Do we answer and solve in the time we promise?

with

complaint_times as (

    select * from metrics.complaint_times

),

clock as (

    select * from meta.clock

),

counts_per_cell as (

    select
        complaint_times.opened_month as month,
        complaint_times.complaint_type,
        complaint_times.manager_id,
        cast(count(*) as bigint) as complaint_count,
        cast(
            count(*) filter (
                where complaint_times.first_response_state = 'met'
            ) as bigint
        ) as first_response_met_count,
        cast(
            count(*) filter (
                where complaint_times.first_response_state = 'breached'
            ) as bigint
        ) as first_response_breached_count,
        cast(
            count(*) filter (
                where complaint_times.first_response_state = 'pending'
            ) as bigint
        ) as first_response_pending_count,
        cast(
            count(*) filter (
                where complaint_times.resolution_state = 'met'
            ) as bigint
        ) as resolution_met_count,
        cast(
            count(*) filter (
                where complaint_times.resolution_state = 'breached'
            ) as bigint
        ) as resolution_breached_count,
        cast(
            count(*) filter (
                where complaint_times.resolution_state = 'pending'
            ) as bigint
        ) as resolution_pending_count,
        cast(
            count(*) filter (
                where complaint_times.resolution_state = 'unknown'
            ) as bigint
        ) as unknown_count

    from complaint_times
    group by 1, 2, 3

),

counts_with_shares as (

    select
        counts_per_cell.month,
        counts_per_cell.complaint_type,
        counts_per_cell.manager_id,
        counts_per_cell.complaint_count,
        counts_per_cell.first_response_met_count,
        counts_per_cell.first_response_breached_count,
        counts_per_cell.first_response_pending_count,
        counts_per_cell.resolution_met_count,
        counts_per_cell.resolution_breached_count,
        counts_per_cell.resolution_pending_count,
        counts_per_cell.unknown_count,
        cast(counts_per_cell.first_response_met_count as double)
        / nullif(
            cast(
                counts_per_cell.first_response_met_count
                + counts_per_cell.first_response_breached_count as double
            ),
            0
        ) as first_response_met_share,
        cast(counts_per_cell.resolution_met_count as double)
        / nullif(
            cast(
                counts_per_cell.resolution_met_count
                + counts_per_cell.resolution_breached_count as double
            ),
            0
        ) as resolution_met_share,
        case
            when counts_per_cell.complaint_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from counts_per_cell
    cross join clock

)

select * from counts_with_shares
