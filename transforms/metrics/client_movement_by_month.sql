-- One row per complete month, region and manager of the client: who came, went
-- and returned.
--
-- grain    month, region, manager
-- key      month, region, manager_id
-- answers  How many clients did we win, keep, lose and win back each month?
--
-- A client is active at the end of a month if it placed a valid order in the
-- last months (number from the settings) up to it. opening + new + won back
-- - lost = closing; kept = opening - lost. Lost are counted in the month that
-- makes the time without an order complete. Region and manager are today's, so
-- that the bridge closes in every part.

with

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

calendar as (

    select * from marts.calendar

),

clients as (

    select * from marts.clients

),

client_months as (

    select * from marts.client_months

),

active_months as (

    select
        client_months.client_id,
        client_months.month,
        client_months.net_amount,
        extract(year from client_months.month) * 12
        + extract(month from client_months.month) as month_number

    from client_months
    where client_months.order_count > 0

),

-- Months of reversals and returns alone: whoever is kept is kept with them.
silent_months as (

    select
        client_months.client_id,
        client_months.month,
        client_months.net_amount,
        extract(year from client_months.month) * 12
        + extract(month from client_months.month) as month_number

    from client_months
    where client_months.order_count = 0

),

active_months_with_neighbours as (

    select
        active_months.client_id,
        active_months.month,
        active_months.month_number,
        active_months.net_amount,
        lag(active_months.month_number) over (
            partition by active_months.client_id
            order by active_months.month asc nulls last
        ) as previous_number,
        lead(active_months.month_number) over (
            partition by active_months.client_id
            order by active_months.month asc nulls last
        ) as next_number

    from active_months

),

events as (

    select
        months.client_id,
        months.month,
        case
            when months.previous_number is null then 'new'
            when
                months.month_number - months.previous_number
                > settings.lost_after_months
                then 'won_back'
            else 'ordered'
        end as event,
        months.net_amount

    from active_months_with_neighbours as months
    cross join settings

    union all

    select
        months.client_id,
        cast(
            months.month + settings.lost_after_months * interval '1' month
            as date
        ) as month,
        'lost' as event,
        cast(0 as decimal(38, 4)) as net_amount

    from active_months_with_neighbours as months
    cross join settings
    where
        months.next_number is null
        or months.next_number - months.month_number
        > settings.lost_after_months

    union all

    select
        silent_months.client_id,
        silent_months.month,
        'silent' as event,
        silent_months.net_amount

    from silent_months
    cross join settings
    inner join active_months_with_neighbours as months
        on
            silent_months.client_id = months.client_id
            and silent_months.month_number > months.month_number
            and silent_months.month_number - months.month_number
            < settings.lost_after_months
    where
        months.next_number is null
        or silent_months.month_number < months.next_number

),

complete_months as (

    select
        calendar.month,
        max(calendar.day) as last_day

    from calendar
    group by 1

),

shown_months as (

    select complete_months.month

    from complete_months
    cross join clock
    inner join (
        select min(active_months.month) as first_month from active_months
    ) as history
        on complete_months.month >= history.first_month
    where complete_months.last_day <= clock.as_of_date

),

parts as (

    select distinct
        clients.region,
        coalesce(clients.manager_id, 'unknown') as manager_id

    from clients
    where clients.order_count > 0

),

counts as (

    select
        events.month,
        clients.region,
        coalesce(clients.manager_id, 'unknown') as manager_id,
        cast(count(*) filter (where events.event = 'new') as bigint)
            as new_count,
        cast(count(*) filter (where events.event = 'won_back') as bigint)
            as won_back_count,
        cast(count(*) filter (where events.event = 'lost') as bigint)
            as lost_count,
        cast(
            count(*) filter (
                where events.event in ('new', 'won_back', 'ordered')
            ) as bigint
        ) as ordering_count,
        cast(
            sum(events.net_amount) filter (where events.event = 'new')
            as decimal(38, 4)
        ) as new_amount,
        cast(
            sum(events.net_amount) filter (where events.event = 'won_back')
            as decimal(38, 4)
        ) as won_back_amount,
        cast(
            sum(events.net_amount) filter (
                where events.event in ('ordered', 'silent')
            ) as decimal(38, 4)
        ) as kept_amount

    from events
    inner join clients on events.client_id = clients.client_id
    group by 1, 2, 3

),

spine as (

    select
        shown_months.month,
        parts.region,
        parts.manager_id,
        coalesce(counts.new_count, 0) as new_count,
        coalesce(counts.won_back_count, 0) as won_back_count,
        coalesce(counts.lost_count, 0) as lost_count,
        coalesce(counts.ordering_count, 0) as ordering_count,
        coalesce(counts.new_amount, 0) as new_amount,
        coalesce(counts.won_back_amount, 0) as won_back_amount,
        coalesce(counts.kept_amount, 0) as kept_amount

    from shown_months
    cross join parts
    left join counts
        on
            shown_months.month = counts.month
            and parts.region = counts.region
            and parts.manager_id = counts.manager_id

),

-- What happened before the first month shown stands in its opening.
openings as (

    select
        counts.region,
        counts.manager_id,
        sum(counts.new_count + counts.won_back_count - counts.lost_count)
            as opening_count

    from counts
    cross join (
        select min(shown_months.month) as first_month from shown_months
    ) as shown
    where counts.month < shown.first_month
    group by 1, 2

),

running as (

    select
        spine.month,
        spine.region,
        spine.manager_id,
        spine.new_count,
        spine.won_back_count,
        spine.lost_count,
        spine.ordering_count,
        spine.new_amount,
        spine.won_back_amount,
        spine.kept_amount,
        cast(
            coalesce(openings.opening_count, 0) + sum(
                spine.new_count + spine.won_back_count - spine.lost_count
            ) over (
                partition by spine.region, spine.manager_id
                order by spine.month asc nulls last
                rows between unbounded preceding and current row
            ) as bigint
        ) as closing_count

    from spine
    left join openings
        on
            spine.region = openings.region
            and spine.manager_id = openings.manager_id

),

bridge as (

    select
        running.month,
        running.region,
        running.manager_id,
        running.closing_count - running.new_count - running.won_back_count
        + running.lost_count as opening_count,
        running.new_count,
        running.won_back_count,
        running.lost_count,
        running.closing_count - running.new_count - running.won_back_count
            as kept_count,
        running.closing_count,
        running.ordering_count,
        cast(running.new_amount as decimal(38, 4)) as new_amount,
        cast(running.won_back_amount as decimal(38, 4)) as won_back_amount,
        cast(running.kept_amount as decimal(38, 4)) as kept_amount

    from running

)

select * from bridge
