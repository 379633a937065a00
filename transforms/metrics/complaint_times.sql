-- One row per complaint: working hours to the first answer and to closing, held
-- against the targets of its type. Only the hours of the working day on working
-- days count. What is not done yet is pending until its target has passed, then
-- breached: to leave a complaint unanswered is no way to meet a target. Hours
-- spent waiting for the client do not count towards closing.
--
-- grain    complaint_id
-- key      complaint_id
-- answers  Which complaints broke their promise, and which are about to?

with

complaints as (

    select * from marts.complaints

),

calendar as (

    select * from marts.calendar

),

working_hours as (

    select * from meta.working_hours

),

complaint_targets as (

    select * from meta.complaint_targets

),

numbers as (

    select * from meta.numbers

),

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

days_with_hours as (

    select
        working_hours.opens_minute,
        case
            when calendar.is_working_day
                then working_hours.closes_minute - working_hours.opens_minute
            else cast(0 as bigint)
        end as worked_minutes

    from working_hours
    inner join calendar on working_hours.day = calendar.day

),

days_in_order as (

    select
        days_with_hours.opens_minute,
        days_with_hours.worked_minutes,
        cast(
            sum(days_with_hours.worked_minutes) over (
                order by days_with_hours.opens_minute asc nulls last
                rows between unbounded preceding and current row
            ) as bigint
        ) - days_with_hours.worked_minutes as minutes_before,
        lead(days_with_hours.opens_minute) over (
            order by days_with_hours.opens_minute asc nulls last
        ) as next_opens_minute

    from days_with_hours

),

day_offsets as (

    select numbers.n

    from numbers
    where numbers.n <= 2

),

days_reached as (

    select
        cast(
            floor(cast(days_in_order.opens_minute as double) / 1440e0) as bigint
        )
        + day_offsets.n as day_number,
        days_in_order.opens_minute,
        days_in_order.next_opens_minute,
        days_in_order.worked_minutes,
        days_in_order.minutes_before

    from days_in_order
    cross join day_offsets

),

moments as (

    select
        complaints.complaint_id,
        'opened' as moment,
        complaints.opened_at as happened_at

    from complaints

    union all

    select
        complaints.complaint_id,
        'answered' as moment,
        complaints.first_response_at as happened_at

    from complaints
    where complaints.first_response_at is not null

    union all

    select
        complaints.complaint_id,
        'closed' as moment,
        complaints.closed_at as happened_at

    from complaints
    where complaints.closed_at is not null

    union all

    select
        complaints.complaint_id,
        'now' as moment,
        cast(cast(clock.as_of_date + interval '1' day as date) as timestamp)
            as happened_at

    from complaints
    cross join clock

),

moment_minutes as (

    select
        moments.complaint_id,
        moments.moment,
        cast(
            date_diff(
                'day', date '1970-01-01', cast(moments.happened_at as date)
            ) as bigint
        ) as day_number,
        cast(
            date_diff(
                'day', date '1970-01-01', cast(moments.happened_at as date)
            ) as bigint
        ) * 1440
        + extract(hour from moments.happened_at) * 60
        + extract(minute from moments.happened_at) as minute_number

    from moments

),

moments_worked as (

    select
        moment_minutes.complaint_id,
        moment_minutes.moment,
        case
            when
                moment_minutes.minute_number - days_reached.opens_minute
                > days_reached.worked_minutes
                then days_reached.minutes_before + days_reached.worked_minutes
            else
                days_reached.minutes_before
                + moment_minutes.minute_number
                - days_reached.opens_minute
        end as worked_minute

    from moment_minutes
    inner join days_reached
        on
            moment_minutes.day_number = days_reached.day_number
            and moment_minutes.minute_number >= days_reached.opens_minute
            and moment_minutes.minute_number < days_reached.next_opens_minute

),

minutes_per_complaint as (

    select
        moments_worked.complaint_id,
        max(moments_worked.worked_minute) filter (
            where moments_worked.moment = 'opened'
        ) as opened_minute,
        max(moments_worked.worked_minute) filter (
            where moments_worked.moment = 'answered'
        ) as answered_minute,
        max(moments_worked.worked_minute) filter (
            where moments_worked.moment = 'closed'
        ) as closed_minute,
        max(moments_worked.worked_minute) filter (
            where moments_worked.moment = 'now'
        ) as now_minute

    from moments_worked
    group by 1

),

complaints_with_hours as (

    select
        complaints.complaint_id,
        complaints.client_id,
        complaints.order_id,
        complaints.complaint_type,
        complaints.severity,
        coalesce(complaints.responsible_manager_id, 'unknown') as manager_id,
        complaints.opened_at,
        complaints.opened_month,
        complaints.is_open,
        complaints.is_overdue,
        complaints.age_days,
        complaints.first_response_at,
        complaints.closed_at,
        complaints.has_valid_times,
        coalesce(
            complaint_targets.first_response_hours,
            settings.complaint_first_response_hours
        ) as first_response_target_hours,
        coalesce(
            complaint_targets.resolution_hours,
            settings.complaint_resolution_hours
        ) as resolution_target_hours,
        case
            when complaints.has_valid_times
                then
                    cast(
                        coalesce(
                            minutes_per_complaint.answered_minute,
                            case
                                when complaints.first_response_at is null
                                    then minutes_per_complaint.now_minute
                            end
                        ) - minutes_per_complaint.opened_minute as double
                    ) / 60e0
        end as first_response_hours,
        case
            when complaints.has_valid_times
                then
                    cast(
                        coalesce(
                            minutes_per_complaint.closed_minute,
                            case
                                when complaints.is_open
                                    then minutes_per_complaint.now_minute
                            end
                        ) - minutes_per_complaint.opened_minute as double
                    ) / 60e0
                    - coalesce(complaints.waiting_hours, 0e0)
        end as resolution_raw_hours

    from complaints
    cross join settings
    left join minutes_per_complaint
        on complaints.complaint_id = minutes_per_complaint.complaint_id
    left join complaint_targets
        on complaints.complaint_type = complaint_targets.complaint_type

),

complaints_judged as (

    select
        complaints_with_hours.complaint_id,
        complaints_with_hours.client_id,
        complaints_with_hours.order_id,
        complaints_with_hours.complaint_type,
        complaints_with_hours.severity,
        complaints_with_hours.manager_id,
        complaints_with_hours.opened_at,
        complaints_with_hours.opened_month,
        complaints_with_hours.is_open,
        complaints_with_hours.is_overdue,
        complaints_with_hours.age_days,
        complaints_with_hours.first_response_at is not null as is_answered,
        case
            when complaints_with_hours.first_response_hours < 0 then 0e0
            else complaints_with_hours.first_response_hours
        end as first_response_hours,
        complaints_with_hours.first_response_target_hours,
        case
            when complaints_with_hours.first_response_hours is null
                then 'unknown'
            when
                complaints_with_hours.first_response_hours
                > complaints_with_hours.first_response_target_hours
                then 'breached'
            when complaints_with_hours.first_response_at is null
                then 'pending'
            else 'met'
        end as first_response_state,
        case
            when complaints_with_hours.resolution_raw_hours < 0 then 0e0
            else complaints_with_hours.resolution_raw_hours
        end as resolution_hours,
        complaints_with_hours.resolution_target_hours,
        case
            when complaints_with_hours.resolution_raw_hours is null
                then 'unknown'
            when
                complaints_with_hours.resolution_raw_hours
                > complaints_with_hours.resolution_target_hours
                then 'breached'
            when complaints_with_hours.is_open then 'pending'
            else 'met'
        end as resolution_state,
        clock.as_of_date

    from complaints_with_hours
    cross join clock

)

select * from complaints_judged
