-- The complaints of the days of a month are those of the month.
-- severity error

with

complaints_by_day as (

    select * from metrics.complaints_by_day

),

complaints_by_month as (

    select * from metrics.complaints_by_month

),

complaints_by_day_and_month as (

    select
        complaints_by_day.month,
        complaints_by_day.complaint_type,
        complaints_by_day.manager_id,
        complaints_by_day.opened_count as day_opened_count,
        complaints_by_day.closed_count as day_closed_count,
        complaints_by_day.open_count as day_open_count,
        complaints_by_day.overdue_count as day_overdue_count,
        complaints_by_day.unanswered_count as day_unanswered_count,
        complaints_by_day.within_target_count as day_within_target_count,
        cast(0 as bigint) as month_opened_count,
        cast(0 as bigint) as month_closed_count,
        cast(0 as bigint) as month_open_count,
        cast(0 as bigint) as month_overdue_count,
        cast(0 as bigint) as month_unanswered_count,
        cast(0 as bigint) as month_within_target_count

    from complaints_by_day

    union all

    select
        complaints_by_month.month,
        complaints_by_month.complaint_type,
        complaints_by_month.manager_id,
        cast(0 as bigint) as day_opened_count,
        cast(0 as bigint) as day_closed_count,
        cast(0 as bigint) as day_open_count,
        cast(0 as bigint) as day_overdue_count,
        cast(0 as bigint) as day_unanswered_count,
        cast(0 as bigint) as day_within_target_count,
        complaints_by_month.opened_count as month_opened_count,
        complaints_by_month.closed_count as month_closed_count,
        complaints_by_month.open_count as month_open_count,
        complaints_by_month.overdue_count as month_overdue_count,
        complaints_by_month.unanswered_count as month_unanswered_count,
        complaints_by_month.within_target_count as month_within_target_count

    from complaints_by_month

),

months_added_up as (

    select
        complaints_by_day_and_month.month,
        complaints_by_day_and_month.complaint_type,
        complaints_by_day_and_month.manager_id,
        sum(complaints_by_day_and_month.day_opened_count)
            as day_opened_count,
        sum(complaints_by_day_and_month.day_closed_count)
            as day_closed_count,
        sum(complaints_by_day_and_month.day_open_count)
            as day_open_count,
        sum(complaints_by_day_and_month.day_overdue_count)
            as day_overdue_count,
        sum(complaints_by_day_and_month.day_unanswered_count)
            as day_unanswered_count,
        sum(complaints_by_day_and_month.day_within_target_count)
            as day_within_target_count,
        sum(complaints_by_day_and_month.month_opened_count)
            as month_opened_count,
        sum(complaints_by_day_and_month.month_closed_count)
            as month_closed_count,
        sum(complaints_by_day_and_month.month_open_count)
            as month_open_count,
        sum(complaints_by_day_and_month.month_overdue_count)
            as month_overdue_count,
        sum(complaints_by_day_and_month.month_unanswered_count)
            as month_unanswered_count,
        sum(complaints_by_day_and_month.month_within_target_count)
            as month_within_target_count

    from complaints_by_day_and_month
    group by 1, 2, 3

),

months_that_differ as (

    select
        months_added_up.month,
        months_added_up.complaint_type,
        months_added_up.manager_id,
        months_added_up.day_opened_count,
        months_added_up.day_closed_count,
        months_added_up.day_open_count,
        months_added_up.day_overdue_count,
        months_added_up.day_unanswered_count,
        months_added_up.day_within_target_count,
        months_added_up.month_opened_count,
        months_added_up.month_closed_count,
        months_added_up.month_open_count,
        months_added_up.month_overdue_count,
        months_added_up.month_unanswered_count,
        months_added_up.month_within_target_count

    from months_added_up
    where
        months_added_up.day_opened_count
        <> months_added_up.month_opened_count
        or months_added_up.day_closed_count
        <> months_added_up.month_closed_count
        or months_added_up.day_open_count
        <> months_added_up.month_open_count
        or months_added_up.day_overdue_count
        <> months_added_up.month_overdue_count
        or months_added_up.day_unanswered_count
        <> months_added_up.month_unanswered_count
        or months_added_up.day_within_target_count
        <> months_added_up.month_within_target_count

)

select * from months_that_differ
