-- One row per thing to come in the next days (by the settings): birthdays of
-- clients, contacts planned, contracts whose term ends, equipment due for
-- service; and contacts planned earlier and not done in as many days before. A
-- service that is overdue stays until it is done. Birthdays of clients who
-- asked not to be called are left out. A birthday tells the day,
-- never the year. Born on 29 February: 28 February in other years.
--
-- grain    kind of event, client, day, what it is about
-- key      event_kind, event_id
-- answers  What is to be done for clients in the next days, and by whom?

with

clients as (

    select * from marts.clients

),

interactions as (

    select * from marts.interactions

),

contracts as (

    select * from marts.contracts

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

days_ahead as (

    select
        calendar.day,
        extract(month from calendar.day) as month_number,
        extract(day from calendar.day) as day_number,
        extract(
            month from cast(calendar.day + interval '1' day as date)
        ) as next_month_number

    from calendar
    cross join clock
    cross join settings
    where
        calendar.day >= clock.as_of_date
        and calendar.day <= cast(
            clock.as_of_date + settings.contact_list_days * interval '1' day
            as date
        )

),

all_events as (

    select
        'birthday' as event_kind,
        clients.client_id as event_id,
        clients.client_id,
        coalesce(clients.manager_id, 'unknown') as manager_id,
        cast(null as varchar) as channel,
        cast(null as varchar) as subject,
        cast(null as decimal(18, 4)) as monthly_amount,
        cast(null as boolean) as is_renewable,
        days_ahead.day as event_date

    from clients
    inner join days_ahead
        on
            extract(month from clients.birth_date) = days_ahead.month_number
            and (
                extract(day from clients.birth_date) = days_ahead.day_number
                or (
                    days_ahead.month_number = 2
                    and days_ahead.day_number = 28
                    and days_ahead.next_month_number = 3
                    and extract(day from clients.birth_date) = 29
                )
            )
    where not coalesce(clients.is_opted_out, false)

    union all

    select
        case
            when interactions.is_missed then 'missed_contact'
            else 'planned_contact'
        end as event_kind,
        interactions.interaction_id as event_id,
        interactions.client_id,
        coalesce(interactions.manager_id, 'unknown') as manager_id,
        interactions.channel,
        cast(null as varchar) as subject,
        cast(null as decimal(18, 4)) as monthly_amount,
        cast(null as boolean) as is_renewable,
        cast(interactions.planned_at as date) as event_date

    from interactions
    cross join clock
    cross join settings
    where
        not interactions.is_done
        and not interactions.is_automatic
        and interactions.client_id is not null
        and cast(interactions.planned_at as date) >= cast(
            clock.as_of_date - settings.contact_list_days * interval '1' day
            as date
        )
        and cast(interactions.planned_at as date) <= cast(
            clock.as_of_date + settings.contact_list_days * interval '1' day
            as date
        )

    union all

    select
        'contract_end' as event_kind,
        contracts.contract_id as event_id,
        contracts.client_id,
        contracts.manager_id,
        cast(null as varchar) as channel,
        coalesce(contracts.name, contracts.kind) as subject,
        contracts.monthly_amount,
        contracts.is_renewable,
        contracts.term_end_date as event_date

    from contracts
    cross join clock
    cross join settings
    where
        contracts.state = 'active'
        and contracts.client_id is not null
        and contracts.term_end_date >= clock.as_of_date
        and contracts.term_end_date <= cast(
            clock.as_of_date + settings.contact_list_days * interval '1' day
            as date
        )

    union all

    select
        'service_due' as event_kind,
        contracts.contract_id as event_id,
        contracts.client_id,
        contracts.manager_id,
        cast(null as varchar) as channel,
        coalesce(contracts.name, contracts.kind) as subject,
        contracts.monthly_amount,
        cast(null as boolean) as is_renewable,
        contracts.service_due_date as event_date

    from contracts
    cross join clock
    cross join settings
    where
        contracts.state = 'active'
        and contracts.client_id is not null
        and contracts.service_due_date <= cast(
            clock.as_of_date + settings.contact_list_days * interval '1' day
            as date
        )

),

events_with_days as (

    select
        all_events.event_kind,
        all_events.event_id,
        all_events.client_id,
        all_events.manager_id,
        all_events.channel,
        all_events.subject,
        all_events.monthly_amount,
        all_events.is_renewable,
        all_events.event_date,
        cast(
            date_diff('day', clock.as_of_date, all_events.event_date) as bigint
        ) as days_left,
        clock.as_of_date

    from all_events
    cross join clock

)

select * from events_with_days
