-- One row per client, trait and value: what is known of a client.
--
-- grain    client, trait, value
-- key      client_id, trait, value
-- answers  What is each client like?
--
-- Clients without an order too. Traits have one value per client; what is not
-- known is `unknown`; the channel is the one most used in the last twelve
-- months. Categories bought in them are several; age is of persons alone.

with

clock as (

    select * from meta.clock

),

clients as (

    select * from marts.clients

),

orders as (

    select * from marts.orders

),

order_lines as (

    select * from marts.order_lines

),

products as (

    select * from marts.products

),

clients_with_years as (

    select
        clients.client_id,
        clients.kind,
        clients.industry,
        clients.region,
        clients.size,
        extract(year from clock.as_of_date)
        - extract(year from clients.birth_date)
        - case
            when
                extract(month from clock.as_of_date) * 100
                + extract(day from clock.as_of_date)
                < extract(month from clients.birth_date) * 100
                + extract(day from clients.birth_date)
                then 1
            else 0
        end as age,
        date_diff(
            'day',
            cast(clients.first_order_date as date),
            cast(clock.as_of_date as date)
        ) as days_with_us

    from clients
    cross join clock

),

recent_orders as (

    select
        orders.order_id,
        orders.client_id,
        coalesce(orders.channel, 'unknown') as channel

    from orders
    cross join clock
    where
        orders.is_valid
        and orders.client_id is not null
        and orders.order_date > cast(
            clock.as_of_date - interval '12' month as date
        )

),

orders_per_channel as (

    select
        recent_orders.client_id,
        recent_orders.channel,
        cast(count(*) as bigint) as order_count

    from recent_orders
    group by 1, 2

),

ranked_channels as (

    select
        orders_per_channel.client_id,
        orders_per_channel.channel,
        row_number() over (
            partition by orders_per_channel.client_id
            order by
                orders_per_channel.order_count desc nulls last,
                orders_per_channel.channel asc nulls last
        ) as place

    from orders_per_channel

),

traits as (

    select
        clients_with_years.client_id,
        'industry' as trait,
        coalesce(clients_with_years.industry, 'unknown') as value

    from clients_with_years

    union all

    select
        clients_with_years.client_id,
        'region' as trait,
        clients_with_years.region as value

    from clients_with_years

    union all

    select
        clients_with_years.client_id,
        'size' as trait,
        coalesce(clients_with_years.size, 'unknown') as value

    from clients_with_years

    union all

    select
        clients_with_years.client_id,
        'kind' as trait,
        coalesce(clients_with_years.kind, 'unknown') as value

    from clients_with_years

    union all

    select
        clients_with_years.client_id,
        'age' as trait,
        case
            when clients_with_years.age < 25 then '0-24'
            when clients_with_years.age < 35 then '25-34'
            when clients_with_years.age < 45 then '35-44'
            when clients_with_years.age < 55 then '45-54'
            when clients_with_years.age < 65 then '55-64'
            else '65+'
        end as value

    from clients_with_years
    where
        clients_with_years.age between 0 and 120
        and coalesce(clients_with_years.kind, 'person') <> 'company'

    union all

    select
        clients_with_years.client_id,
        'years_with_us' as trait,
        case
            when clients_with_years.days_with_us < 365 then '0'
            when clients_with_years.days_with_us < 730 then '1'
            when clients_with_years.days_with_us < 1826 then '2-4'
            else '5+'
        end as value

    from clients_with_years
    where clients_with_years.days_with_us is not null

    union all

    select
        ranked_channels.client_id,
        'channel' as trait,
        ranked_channels.channel as value

    from ranked_channels
    where ranked_channels.place = 1

    union all

    select distinct
        recent_orders.client_id,
        'category' as trait,
        coalesce(products.category, 'unknown') as value

    from recent_orders
    inner join order_lines on recent_orders.order_id = order_lines.order_id
    inner join products on order_lines.product_id = products.product_id
    where order_lines.quantity > 0

)

select * from traits
