-- Contacts of all managers are all contacts, and nobody covers more clients
-- than are assigned.
-- severity error

with

client_contact_months as (

    select * from metrics.client_contact_months

),

manager_activity_by_month as (

    select * from metrics.manager_activity_by_month

),

contact_totals as (

    select
        cast(coalesce(sum(client_contact_months.contact_count), 0) as bigint)
            as contact_count,
        cast(
            coalesce(
                sum(
                    client_contact_months.call_count
                    + client_contact_months.meeting_count
                    + client_contact_months.visit_count
                    + client_contact_months.message_count
                ),
                0
            ) as bigint
        ) as channel_count

    from client_contact_months

),

manager_totals as (

    select
        cast(
            coalesce(sum(manager_activity_by_month.contact_count), 0) as bigint
        ) as contact_count,
        cast(
            count(*) filter (
                where
                    manager_activity_by_month.covered_client_count
                    > manager_activity_by_month.assigned_client_count
            ) as bigint
        ) as over_covered_count

    from manager_activity_by_month

),

totals_that_differ as (

    select
        contact_totals.contact_count,
        contact_totals.channel_count,
        manager_totals.contact_count as manager_contact_count,
        manager_totals.over_covered_count

    from contact_totals
    cross join manager_totals
    where
        contact_totals.contact_count <> manager_totals.contact_count
        or contact_totals.channel_count > contact_totals.contact_count
        or manager_totals.over_covered_count > 0

)

select * from totals_that_differ
