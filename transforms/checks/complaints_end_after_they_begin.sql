-- No complaint is answered or closed before it was opened.
-- severity warning

with

complaints as (

    select * from marts.complaints

),

complaints_out_of_order as (

    select
        complaints.complaint_id,
        complaints.opened_at,
        complaints.first_response_at,
        complaints.closed_at

    from complaints
    where not complaints.has_valid_times

)

select * from complaints_out_of_order
