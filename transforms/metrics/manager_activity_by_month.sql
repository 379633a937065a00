-- One row per month and manager: contacts by channel, how much of the own
-- portfolio (metrics.manager_portfolios_by_month) was reached, per working day.
-- Days on which the whole company has no contact although it has five a day are
-- a gap in the data, not idleness.
--
-- grain    month, manager
-- key      month, manager_id
-- answers  Who talks with clients, and whose clients nobody talks with?

with

client_contact_months as (

    select * from metrics.client_contact_months

),

portfolios as (

    select * from metrics.manager_portfolios_by_month

),

interactions as (

    select * from marts.interactions

),

managers as (

    select * from marts.managers

),

absences as (

    select * from marts.absences

),

calendar as (

    select * from marts.calendar

),

sales_by_month as (

    select * from metrics.sales_by_month

),

clock as (

    select * from meta.clock

),

first_months as (

    select min(client_contact_months.month) as month

    from client_contact_months

),

months as (

    select
        calendar.month,
        max(calendar.day) as last_day,
        cast(
            count(*) filter (where calendar.is_working_day) as bigint
        ) as working_day_count

    from calendar
    cross join clock
    cross join first_months
    where
        calendar.month >= first_months.month
        and calendar.day <= clock.as_of_date
    group by 1

),

contacts_per_manager as (

    select
        client_contact_months.month,
        client_contact_months.manager_id,
        cast(sum(client_contact_months.contact_count) as bigint)
            as contact_count,
        cast(sum(client_contact_months.call_count) as bigint) as call_count,
        cast(sum(client_contact_months.meeting_count) as bigint)
            as meeting_count,
        cast(sum(client_contact_months.visit_count) as bigint) as visit_count,
        cast(sum(client_contact_months.message_count) as bigint)
            as message_count,
        cast(sum(client_contact_months.outgoing_count) as bigint)
            as outgoing_count,
        cast(
            count(*) filter (
                where client_contact_months.client_id <> 'unknown'
            ) as bigint
        ) as contacted_client_count

    from client_contact_months
    group by 1, 2

),

plans_per_manager as (

    select
        cast(date_trunc('month', interactions.planned_at) as date) as month,
        coalesce(interactions.manager_id, 'unknown') as manager_id,
        cast(count(*) as bigint) as planned_count,
        cast(
            count(*) filter (where interactions.is_missed) as bigint
        ) as missed_count

    from interactions
    cross join clock
    where
        interactions.planned_at is not null
        and cast(interactions.planned_at as date) <= clock.as_of_date
        and not interactions.is_automatic
    group by 1, 2

),

sales_per_manager as (

    select
        sales_by_month.month,
        sales_by_month.manager_id,
        cast(sum(sales_by_month.net_amount) as decimal(38, 4)) as net_amount

    from sales_by_month
    group by 1, 2

),

days_with_contacts as (

    select interactions.done_date as day

    from interactions
    where interactions.is_contact
    group by 1

),

contacts_per_month as (

    select
        contacts_per_manager.month,
        cast(sum(contacts_per_manager.contact_count) as bigint) as contact_count

    from contacts_per_manager
    group by 1

),

gaps_per_month as (

    select
        calendar.month,
        cast(count(*) as bigint) as gap_day_count

    from calendar
    inner join contacts_per_month
        on calendar.month = contacts_per_month.month
    inner join months on calendar.month = months.month
    left join days_with_contacts on calendar.day = days_with_contacts.day
    where
        calendar.is_working_day
        and calendar.day <= months.last_day
        and days_with_contacts.day is null
        and contacts_per_month.contact_count >= 5 * months.working_day_count
    group by 1

),

active_managers as (

    select
        contacts_per_manager.month,
        contacts_per_manager.manager_id

    from contacts_per_manager

    union

    select portfolios.month, portfolios.manager_id from portfolios

),

days_away as (

    select
        absences.manager_id,
        calendar.day

    from absences
    inner join calendar
        on
            calendar.day >= absences.first_date
            and calendar.day <= coalesce(absences.last_date, date '9999-12-31')
    group by 1, 2

),

days_present as (

    select
        active_managers.month,
        active_managers.manager_id,
        cast(
            count(calendar.day) - count(days_away.day) as bigint
        ) as working_day_count,
        cast(count(days_away.day) as bigint) as absent_day_count

    from active_managers
    inner join months on active_managers.month = months.month
    left join managers on active_managers.manager_id = managers.manager_id
    left join calendar
        on
            active_managers.month = calendar.month
            and calendar.is_working_day
            and calendar.day <= months.last_day
            and calendar.day >= coalesce(managers.hired_date, date '1900-01-01')
            and calendar.day <= coalesce(managers.left_date, date '9999-12-31')
    left join days_away
        on
            active_managers.manager_id = days_away.manager_id
            and calendar.day = days_away.day
    group by 1, 2

),

figures as (

    select
        active_managers.month,
        active_managers.manager_id,
        coalesce(contacts_per_manager.contact_count, 0) as contact_count,
        coalesce(contacts_per_manager.call_count, 0) as call_count,
        coalesce(contacts_per_manager.meeting_count, 0) as meeting_count,
        coalesce(contacts_per_manager.visit_count, 0) as visit_count,
        coalesce(contacts_per_manager.message_count, 0) as message_count,
        coalesce(contacts_per_manager.outgoing_count, 0) as outgoing_count,
        coalesce(contacts_per_manager.contacted_client_count, 0)
            as contacted_client_count,
        coalesce(portfolios.assigned_client_count, 0) as assigned_client_count,
        coalesce(portfolios.covered_client_count, 0) as covered_client_count,
        coalesce(plans_per_manager.planned_count, 0) as planned_count,
        coalesce(plans_per_manager.missed_count, 0) as missed_count,
        days_present.working_day_count,
        days_present.absent_day_count,
        coalesce(gaps_per_month.gap_day_count, 0) as gap_day_count,
        coalesce(sales_per_manager.net_amount, cast(0 as decimal(38, 4)))
            as portfolio_net_amount

    from active_managers
    left join contacts_per_manager
        on
            active_managers.month = contacts_per_manager.month
            and active_managers.manager_id = contacts_per_manager.manager_id
    left join portfolios
        on
            active_managers.month = portfolios.month
            and active_managers.manager_id = portfolios.manager_id
    left join plans_per_manager
        on
            active_managers.month = plans_per_manager.month
            and active_managers.manager_id = plans_per_manager.manager_id
    left join days_present
        on
            active_managers.month = days_present.month
            and active_managers.manager_id = days_present.manager_id
    left join sales_per_manager
        on
            active_managers.month = sales_per_manager.month
            and active_managers.manager_id = sales_per_manager.manager_id
    left join gaps_per_month on active_managers.month = gaps_per_month.month

),

activity as (

    select
        figures.month,
        figures.manager_id,
        figures.contact_count,
        figures.call_count,
        figures.meeting_count,
        figures.visit_count,
        figures.message_count,
        figures.outgoing_count,
        figures.contacted_client_count,
        figures.assigned_client_count,
        figures.covered_client_count,
        figures.planned_count,
        figures.missed_count,
        figures.working_day_count,
        figures.absent_day_count,
        figures.gap_day_count,
        figures.portfolio_net_amount,
        cast(figures.covered_client_count as double)
        / nullif(cast(figures.assigned_client_count as double), 0)
            as coverage_share,
        cast(figures.contact_count as double)
        / nullif(cast(figures.working_day_count as double), 0)
            as contacts_per_working_day,
        cast(figures.outgoing_count as double)
        / nullif(cast(figures.contact_count as double), 0) as outgoing_share,
        cast(figures.meeting_count + figures.visit_count as double)
        / nullif(cast(figures.contact_count as double), 0) as meeting_share,
        case
            when figures.gap_day_count > 0 then 'data_gap'
            when figures.assigned_client_count = 0 then 'no_portfolio'
            when figures.assigned_client_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from figures
    cross join clock

)

select * from activity
