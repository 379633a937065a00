-- One row per client: the last contact by anyone, the days since, and whether
-- they are too many for its class. A client never contacted waits since it came
-- to its owner; a new owner does not begin the count anew. Planned contacts
-- change nothing but that, where one lies ahead within the threshold, nobody
-- needs to be reminded. What to do first: how overdue, times what the client is
-- worth, times how long past its own rhythm of orders it is. Who asked not to
-- be called is never on the list.
--
-- grain    client
-- key      client_id
-- answers  Whom do we call today?

with

loaded_kinds as (

    select * from marts.loaded_kinds

),

clients as (

    select * from marts.clients

),

client_owners as (

    select * from marts.client_owners

),

client_contact_months as (

    select * from metrics.client_contact_months

),

interactions as (

    select * from marts.interactions

),

client_classes as (

    select * from metrics.client_classes

),

client_lifetime_value as (

    select * from metrics.client_lifetime_value

),

churn as (

    select * from metrics.churn

),

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

last_contacts as (

    select
        client_contact_months.client_id,
        max(client_contact_months.last_contact_at) as last_contact_at

    from client_contact_months
    group by 1

),

last_channels as (

    select
        interactions.client_id,
        min(interactions.channel) as channel

    from interactions
    inner join last_contacts
        on
            interactions.client_id = last_contacts.client_id
            and interactions.done_at = last_contacts.last_contact_at
    where interactions.is_contact
    group by 1

),

next_contacts as (

    select
        interactions.client_id,
        min(interactions.planned_at) as next_contact_at

    from interactions
    cross join clock
    where
        not interactions.is_done
        and not interactions.is_automatic
        and cast(interactions.planned_at as date) >= clock.as_of_date
    group by 1

),

first_owners as (

    select
        client_owners.client_id,
        min(client_owners.valid_from_date) as assigned_date

    from client_owners
    group by 1

),

clients_with_class as (

    select
        clients.client_id,
        coalesce(clients.manager_id, 'unknown') as manager_id,
        clients.region,
        coalesce(clients.is_opted_out, false) as is_opted_out,
        coalesce(client_classes.class_published, 'none') as volume_class,
        last_contacts.last_contact_at,
        last_channels.channel as last_channel,
        loaded_kinds.has_contacts
        and last_contacts.client_id is null as is_never_contacted,
        case
            when loaded_kinds.has_contacts
                then cast(
                    date_diff(
                        'day',
                        coalesce(
                            cast(last_contacts.last_contact_at as date),
                            first_owners.assigned_date,
                            clients.first_seen_date,
                            clients.first_order_date
                        ),
                        clock.as_of_date
                    ) as bigint
                )
        end as days_without_contact,
        case
            when loaded_kinds.has_contacts
                then cast(
                    case client_classes.class_published
                        when 'key' then settings.contact_key_days
                        when 'medium' then settings.contact_medium_days
                        when 'small' then settings.contact_small_days
                        when 'occasional' then settings.contact_occasional_days
                    end as bigint
                )
        end as threshold_days,
        next_contacts.next_contact_at,
        case
            when client_lifetime_value.value_amount is not null
                then 'lifetime_value'
            when client_classes.net_amount is not null then 'recent_sales'
            else 'unknown'
        end as value_basis,
        coalesce(
            client_lifetime_value.value_amount, client_classes.net_amount
        ) as value_amount,
        churn.overdue_ratio as order_overdue_ratio,
        clock.as_of_date

    from clients
    cross join clock
    cross join settings
    cross join loaded_kinds
    left join last_contacts on clients.client_id = last_contacts.client_id
    left join last_channels on clients.client_id = last_channels.client_id
    left join next_contacts on clients.client_id = next_contacts.client_id
    left join first_owners on clients.client_id = first_owners.client_id
    left join client_classes
        on
            clients.client_id = client_classes.client_id
            and client_classes.is_current
    left join client_lifetime_value
        on clients.client_id = client_lifetime_value.client_id
    left join churn on clients.client_id = churn.client_id

),

clients_with_severity as (

    select
        clients_with_class.client_id,
        clients_with_class.manager_id,
        clients_with_class.region,
        clients_with_class.is_opted_out,
        clients_with_class.volume_class,
        clients_with_class.last_contact_at,
        clients_with_class.last_channel,
        clients_with_class.is_never_contacted,
        clients_with_class.days_without_contact,
        clients_with_class.threshold_days,
        cast(clients_with_class.days_without_contact as double)
        / nullif(cast(clients_with_class.threshold_days as double), 0)
            as severity_ratio,
        clients_with_class.next_contact_at,
        coalesce(
            cast(clients_with_class.next_contact_at as date) <= cast(
                clients_with_class.as_of_date
                + clients_with_class.threshold_days * interval '1' day as date
            ),
            false
        ) as has_contact_planned,
        clients_with_class.value_basis,
        clients_with_class.value_amount,
        clients_with_class.order_overdue_ratio,
        clients_with_class.as_of_date

    from clients_with_class

),

clients_judged as (

    select
        clients_with_severity.client_id,
        clients_with_severity.manager_id,
        clients_with_severity.region,
        clients_with_severity.volume_class,
        clients_with_severity.last_contact_at,
        clients_with_severity.last_channel,
        clients_with_severity.is_never_contacted,
        clients_with_severity.days_without_contact,
        clients_with_severity.threshold_days,
        clients_with_severity.severity_ratio,
        case
            when clients_with_severity.is_opted_out then 'opted_out'
            when clients_with_severity.severity_ratio is null then 'none'
            when clients_with_severity.severity_ratio <= 1e0 then 'ok'
            when clients_with_severity.has_contact_planned then 'planned'
            when clients_with_severity.severity_ratio <= 2e0 then 'warn'
            else 'critical'
        end as severity,
        clients_with_severity.next_contact_at,
        clients_with_severity.value_basis,
        clients_with_severity.value_amount,
        clients_with_severity.order_overdue_ratio,
        case
            when
                clients_with_severity.severity_ratio > 1e0
                and not clients_with_severity.is_opted_out
                and not clients_with_severity.has_contact_planned
                and clients_with_severity.value_amount > 0
                then
                    clients_with_severity.severity_ratio
                    * cast(clients_with_severity.value_amount as double)
                    * case
                        when clients_with_severity.order_overdue_ratio > 1e0
                            then clients_with_severity.order_overdue_ratio
                        else 1e0
                    end
        end as priority_score,
        case
            when clients_with_severity.threshold_days is null
                then 'no_threshold'
            when clients_with_severity.value_basis = 'unknown' then 'no_value'
            else 'ok'
        end as quality_flag,
        clients_with_severity.as_of_date

    from clients_with_severity

)

select * from clients_judged
