-- One row per month and manager who owns clients: how large the own portfolio
-- is, and how much of it was reached. The portfolio is that of the month's end
-- (or the as-of day): the clients owned then, else those whose card names the
-- manager, from the day they were first seen or first bought; of whom no such
-- day is known count throughout. A client of it counts as covered whoever
-- reached it. Months begin with the first contact.
--
-- grain    month, manager
-- key      month, manager_id
-- answers  Whose clients does nobody talk with?

with

client_contact_months as (

    select * from metrics.client_contact_months

),

client_owners as (

    select * from marts.client_owners

),

clients as (

    select * from marts.clients

),

calendar as (

    select * from marts.calendar

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
        max(calendar.day) as last_day

    from calendar
    cross join clock
    cross join first_months
    where
        calendar.month >= first_months.month
        and calendar.day <= clock.as_of_date
    group by 1

),

owned_clients as (

    select client_owners.client_id

    from client_owners
    group by 1

),

assigned_clients as (

    select
        months.month,
        client_owners.client_id,
        client_owners.manager_id

    from months
    inner join client_owners
        on
            months.last_day >= client_owners.valid_from_date
            and months.last_day
            < coalesce(client_owners.valid_until_date, date '9999-12-31')

    union all

    select
        months.month,
        clients.client_id,
        clients.manager_id

    from clients
    left join owned_clients on clients.client_id = owned_clients.client_id
    inner join months
        on
            coalesce(
                clients.first_seen_date,
                clients.first_order_date,
                months.last_day
            ) <= months.last_day
    where
        owned_clients.client_id is null
        and clients.manager_id is not null

),

reached_clients as (

    select
        client_contact_months.month,
        client_contact_months.client_id

    from client_contact_months
    group by 1, 2

),

portfolios as (

    select
        assigned_clients.month,
        assigned_clients.manager_id,
        cast(count(*) as bigint) as assigned_client_count,
        cast(count(reached_clients.client_id) as bigint)
            as covered_client_count

    from assigned_clients
    left join reached_clients
        on
            assigned_clients.month = reached_clients.month
            and assigned_clients.client_id = reached_clients.client_id
    group by 1, 2

)

select * from portfolios
