-- One row per complaint, as it stood on the as-of day. Complaints opened later
-- are left out; answers, closings and outcomes of later days have not happened
-- yet.
--
-- grain    complaint_id
-- key      complaint_id

with

complaints as (

    select * from raw.complaints

),

client_ids as (

    select * from staging.client_ids

),

clock as (

    select * from meta.clock

),

complaints_known as (

    select
        complaints.complaint_id,
        coalesce(client_ids.client_id, complaints.client_id) as client_id,
        complaints.order_id,
        complaints.product_id,
        complaints.complaint_type,
        complaints.severity,
        complaints.opened_at,
        case
            when cast(complaints.first_response_at as date) <= clock.as_of_date
                then complaints.first_response_at
        end as first_response_at,
        case
            when cast(complaints.closed_at as date) <= clock.as_of_date
                then complaints.closed_at
        end as closed_at,
        complaints.opened_utc_at,
        case
            when cast(complaints.first_response_at as date) <= clock.as_of_date
                then complaints.first_response_utc_at
        end as first_response_utc_at,
        case
            when cast(complaints.closed_at as date) <= clock.as_of_date
                then complaints.closed_utc_at
        end as closed_utc_at,
        case
            when cast(complaints.closed_at as date) > clock.as_of_date then null
            else complaints.waiting_hours
        end as waiting_hours,
        complaints.responsible_manager_id,
        case
            when cast(complaints.closed_at as date) > clock.as_of_date then null
            else complaints.outcome
        end as outcome,
        complaints.description,
        complaints._source as source,
        complaints._file_id,
        complaints._record

    from complaints
    left join client_ids on complaints.client_id = client_ids.source_client_id
    cross join clock
    where
        cast(complaints.opened_at as date) <= clock.as_of_date

)

select * from complaints_known
