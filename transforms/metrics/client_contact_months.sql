-- One row per month, client and manager: contacts that took place. Contacts are
-- calls, meetings, visits and messages between people; what was planned, missed
-- or sent by a robot is none. Messages of one channel to one client that follow
-- each other within an hour are one. The credit is that of who did it, then.
--
-- grain    month, client, manager who did it
-- key      month, client_id, manager_id
-- answers  Who talked with whom, how often?

with

interactions as (

    select * from marts.interactions

),

done_contacts as (

    select
        interactions.interaction_id,
        interactions.client_id,
        coalesce(interactions.manager_id, 'unknown') as manager_id,
        interactions.channel,
        coalesce(interactions.direction, 'unknown') as direction,
        interactions.done_at,
        interactions.done_utc_at,
        interactions.done_date

    from interactions
    where interactions.is_contact

),

messages_in_order as (

    select
        done_contacts.interaction_id,
        done_contacts.done_utc_at,
        lag(done_contacts.done_utc_at) over (
            partition by done_contacts.client_id, done_contacts.channel
            order by
                done_contacts.done_utc_at asc nulls last,
                done_contacts.interaction_id asc nulls last
        ) as done_before_utc_at

    from done_contacts
    where
        done_contacts.channel in ('message', 'email')
        and done_contacts.client_id is not null

),

repeated_messages as (

    select messages_in_order.interaction_id

    from messages_in_order
    where
        cast(
            date_diff(
                'day',
                cast(messages_in_order.done_before_utc_at as date),
                cast(messages_in_order.done_utc_at as date)
            ) as bigint
        ) * 1440
        + (
            extract(hour from messages_in_order.done_utc_at)
            - extract(hour from messages_in_order.done_before_utc_at)
        ) * 60
        + extract(minute from messages_in_order.done_utc_at)
        - extract(minute from messages_in_order.done_before_utc_at) <= 60

),

contacts_per_month as (

    select
        cast(date_trunc('month', done_contacts.done_date) as date) as month,
        coalesce(done_contacts.client_id, 'unknown') as client_id,
        done_contacts.manager_id,
        cast(count(*) as bigint) as contact_count,
        cast(
            count(*) filter (where done_contacts.channel = 'call') as bigint
        ) as call_count,
        cast(
            count(*) filter (where done_contacts.channel = 'meeting') as bigint
        ) as meeting_count,
        cast(
            count(*) filter (where done_contacts.channel = 'visit') as bigint
        ) as visit_count,
        cast(
            count(*) filter (
                where done_contacts.channel in ('message', 'email')
            ) as bigint
        ) as message_count,
        cast(
            count(*) filter (where done_contacts.direction = 'out') as bigint
        ) as outgoing_count,
        max(done_contacts.done_at) as last_contact_at

    from done_contacts
    left join repeated_messages
        on done_contacts.interaction_id = repeated_messages.interaction_id
    where repeated_messages.interaction_id is null
    group by 1, 2, 3

)

select * from contacts_per_month
