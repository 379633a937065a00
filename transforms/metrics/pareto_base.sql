-- One row per dimension, period and client, manager or product: net revenue.
--
-- grain    dimension, period, entity
-- key      dimension, period, entity_id
-- answers  Whom does the concentration compare, and by what?
--
-- Clients and products are compared when they had an order in the period,
-- managers when they were employed in it, without sales too: settings say whose
-- idle ones count. A client counts as idle once it was known or had ordered.
-- The revenue of managers employed for a part of the period is scaled up to the
-- whole.

with

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

clients as (

    select * from marts.clients

),

products as (

    select * from marts.products

),

managers as (

    select * from marts.managers

),

entity_amounts as (

    select * from metrics.entity_amounts

),

history as (

    select min(entity_amounts.month) as first_month

    from entity_amounts

),

periods as (

    select
        'last_12_months' as period,
        cast(clock.open_month - interval '12' month as date) as from_date,
        cast(clock.open_month - interval '1' day as date) as to_date

    from clock

    union all

    select
        'all_history' as period,
        history.first_month as from_date,
        clock.as_of_date as to_date

    from history
    cross join clock
    where history.first_month is not null

),

periods_with_length as (

    select
        periods.period,
        periods.from_date,
        periods.to_date,
        extract(year from periods.from_date) * 12
        + extract(month from periods.from_date) as from_number,
        extract(year from periods.to_date) * 12
        + extract(month from periods.to_date) as to_number

    from periods

),

amounts_per_period as (

    select
        entity_amounts.dimension,
        periods_with_length.period,
        entity_amounts.entity_id,
        periods_with_length.from_date,
        periods_with_length.to_date,
        cast(sum(entity_amounts.net_amount) as decimal(38, 4)) as amount

    from entity_amounts
    inner join periods_with_length
        on entity_amounts.month
        between periods_with_length.from_date and periods_with_length.to_date
    group by 1, 2, 3, 4, 5

),

employed_managers as (

    select
        managers.manager_id,
        periods_with_length.period,
        periods_with_length.from_date,
        periods_with_length.to_date,
        periods_with_length.to_number
        - periods_with_length.from_number + 1 as month_count,
        case
            when managers.left_date < periods_with_length.to_date
                then
                    extract(year from managers.left_date) * 12
                    + extract(month from managers.left_date)
            else periods_with_length.to_number
        end
        - case
            when managers.hired_date > periods_with_length.from_date
                then
                    extract(year from managers.hired_date) * 12
                    + extract(month from managers.hired_date)
            else periods_with_length.from_number
        end + 1 as employed_month_count

    from managers
    inner join periods_with_length
        on coalesce(
            managers.hired_date <= periods_with_length.to_date, true
        )
        and coalesce(
            managers.left_date >= periods_with_length.from_date, true
        )

),

idle_candidates as (

    select
        'manager' as dimension,
        employed_managers.manager_id as entity_id,
        employed_managers.period,
        employed_managers.from_date,
        employed_managers.to_date

    from employed_managers
    cross join settings
    where settings.pareto_counts_idle_managers

    union all

    select
        'client' as dimension,
        clients.client_id as entity_id,
        periods_with_length.period,
        periods_with_length.from_date,
        periods_with_length.to_date

    from clients
    cross join settings
    inner join periods_with_length
        on
            clients.first_order_date <= periods_with_length.to_date
            or coalesce(
                clients.first_seen_date,
                clients.first_order_date,
                date '0001-01-01'
            ) <= periods_with_length.to_date
    where settings.pareto_counts_idle_clients

    union all

    select
        'product' as dimension,
        products.product_id as entity_id,
        periods_with_length.period,
        periods_with_length.from_date,
        periods_with_length.to_date

    from products
    cross join settings
    cross join periods_with_length
    where settings.pareto_counts_idle_products

),

amounts_with_idle_entities as (

    select
        amounts_per_period.dimension,
        amounts_per_period.period,
        amounts_per_period.entity_id,
        amounts_per_period.from_date,
        amounts_per_period.to_date,
        amounts_per_period.amount

    from amounts_per_period

    union all

    select
        idle_candidates.dimension,
        idle_candidates.period,
        idle_candidates.entity_id,
        idle_candidates.from_date,
        idle_candidates.to_date,
        cast(0 as decimal(38, 4)) as amount

    from idle_candidates
    left join amounts_per_period
        on idle_candidates.dimension = amounts_per_period.dimension
        and idle_candidates.entity_id = amounts_per_period.entity_id
        and idle_candidates.period = amounts_per_period.period
    where amounts_per_period.entity_id is null

),

compared_amounts as (

    select
        amounts_with_idle_entities.dimension,
        amounts_with_idle_entities.period,
        amounts_with_idle_entities.entity_id,
        amounts_with_idle_entities.from_date,
        amounts_with_idle_entities.to_date,
        amounts_with_idle_entities.amount,
        case
            when
                amounts_with_idle_entities.dimension = 'manager'
                and employed_managers.employed_month_count
                < employed_managers.month_count
                and employed_managers.employed_month_count > 0
                then cast(
                    cast(amounts_with_idle_entities.amount as double)
                    * cast(employed_managers.month_count as double)
                    / nullif(
                        cast(employed_managers.employed_month_count as double),
                        0
                    )
                    as decimal(38, 4)
                )
            else amounts_with_idle_entities.amount
        end as compared_amount

    from amounts_with_idle_entities
    left join employed_managers
        on amounts_with_idle_entities.entity_id = employed_managers.manager_id
        and amounts_with_idle_entities.period = employed_managers.period

)

select * from compared_amounts
