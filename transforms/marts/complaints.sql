-- One row per complaint or service request, as it stood on the as-of day.
--
-- grain    complaint_id
-- key      complaint_id

with

complaints as (

    select * from staging.complaints

),

orders as (

    select * from staging.orders

),

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

complaints_with_age as (

    select
        complaints.complaint_id,
        coalesce(complaints.client_id, orders.client_id) as client_id,
        complaints.order_id,
        complaints.product_id,
        coalesce(complaints.complaint_type, 'unknown') as complaint_type,
        complaints.severity,
        complaints.opened_at,
        complaints.first_response_at,
        complaints.closed_at,
        complaints.waiting_hours,
        complaints.responsible_manager_id,
        complaints.outcome,
        complaints.closed_at is null as is_open,
        complaints.opened_utc_at,
        complaints.first_response_utc_at as answered_utc_at,
        complaints.closed_utc_at,
        coalesce(
            complaints.first_response_utc_at >= complaints.opened_utc_at, true
        ) and coalesce(
            complaints.closed_utc_at >= complaints.opened_utc_at, true
        ) as has_valid_times,
        cast(
            date_diff(
                'day',
                cast(complaints.opened_at as date),
                coalesce(cast(complaints.closed_at as date), clock.as_of_date)
            ) as bigint
        ) as age_days,
        cast(settings.complaint_overdue_after_days as bigint)
            as overdue_after_days,
        complaints.source,
        complaints._file_id,
        complaints._record

    from complaints
    cross join clock
    cross join settings
    left join orders on complaints.order_id = orders.order_id

),

complaints_with_durations as (

    select
        complaints_with_age.complaint_id,
        complaints_with_age.client_id,
        complaints_with_age.order_id,
        complaints_with_age.product_id,
        complaints_with_age.complaint_type,
        complaints_with_age.severity,
        complaints_with_age.opened_at,
        cast(date_trunc('month', complaints_with_age.opened_at) as date)
            as opened_month,
        complaints_with_age.first_response_at,
        complaints_with_age.closed_at,
        complaints_with_age.waiting_hours,
        complaints_with_age.responsible_manager_id,
        complaints_with_age.outcome,
        complaints_with_age.is_open,
        complaints_with_age.is_open
        and complaints_with_age.age_days
        > complaints_with_age.overdue_after_days as is_overdue,
        not complaints_with_age.is_open
        and complaints_with_age.age_days
        <= complaints_with_age.overdue_after_days as is_closed_in_time,
        complaints_with_age.age_days,
        case
            when complaints_with_age.has_valid_times
                then
                    cast(
                        date_diff(
                            'day',
                            cast(complaints_with_age.opened_utc_at as date),
                            cast(
                                complaints_with_age.answered_utc_at as date
                            )
                        ) * 1440
                        + (
                            extract(
                                hour from complaints_with_age.answered_utc_at
                            )
                            - extract(
                                hour from complaints_with_age.opened_utc_at
                            )
                        ) * 60
                        + extract(
                            minute from complaints_with_age.answered_utc_at
                        )
                        - extract(minute from complaints_with_age.opened_utc_at)
                        as double
                    ) / 60e0
        end as first_response_hours,
        case
            when complaints_with_age.has_valid_times
                then
                    cast(
                        date_diff(
                            'day',
                            cast(complaints_with_age.opened_utc_at as date),
                            cast(complaints_with_age.closed_utc_at as date)
                        ) * 1440
                        + (
                            extract(hour from complaints_with_age.closed_utc_at)
                            - extract(
                                hour from complaints_with_age.opened_utc_at
                            )
                        ) * 60
                        + extract(minute from complaints_with_age.closed_utc_at)
                        - extract(minute from complaints_with_age.opened_utc_at)
                        as double
                    ) / 1440e0
        end as resolution_days,
        complaints_with_age.has_valid_times,
        complaints_with_age.source,
        complaints_with_age._file_id,
        complaints_with_age._record

    from complaints_with_age

)

select * from complaints_with_durations
