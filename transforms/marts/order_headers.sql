-- One row per order: who sold it, where, and at what rate, before its lines are
-- valued. The manager is the owner of the client on the order date, else the
-- one named on the order, else the manager on the client card today.
--
-- grain    order_id
-- key      order_id

with

orders as (

    select * from staging.orders

),

clients as (

    select * from staging.clients

),

client_owners as (

    select * from marts.client_owners

),

managers as (

    select * from staging.managers

),

document_rates as (

    select * from marts.document_rates

),

settings as (

    select * from meta.settings

),

orders_with_owner as (

    select
        orders.order_id,
        orders.client_id,
        orders.order_date,
        coalesce(orders.status, 'done') as status,
        orders.cancelled_by,
        orders.channel,
        coalesce(
            client_owners.manager_id, orders.manager_id, clients.manager_id
        ) as manager_id,
        orders.manager_id as named_manager_id,
        case
            when client_owners.manager_id is not null then 'owner'
            when orders.manager_id is not null then 'order'
            when clients.manager_id is not null then 'client'
            else 'unknown'
        end as manager_basis,
        orders.campaign_id,
        coalesce(orders.region, clients.region) as region,
        coalesce(orders.currency, settings.reporting_currency) as currency,
        case
            when
                coalesce(orders.currency, settings.reporting_currency)
                = settings.reporting_currency
                then cast(1 as decimal(18, 8))
            else document_rates.rate
        end as rate,
        orders.amount,
        orders.requested_date,
        orders.promised_date,
        orders.source,
        orders._file_id,
        orders._record

    from orders
    cross join settings
    left join clients on orders.client_id = clients.client_id
    left join client_owners
        on
            orders.client_id = client_owners.client_id
            and orders.order_date >= client_owners.valid_from_date
            and orders.order_date
            < coalesce(client_owners.valid_until_date, date '9999-12-31')
    left join document_rates
        on
            orders.currency = document_rates.currency
            and orders.order_date = document_rates.document_date

),

orders_with_manager as (

    select
        orders_with_owner.order_id,
        orders_with_owner.client_id,
        orders_with_owner.order_date,
        cast(date_trunc('month', orders_with_owner.order_date) as date)
            as order_month,
        orders_with_owner.status,
        orders_with_owner.cancelled_by,
        orders_with_owner.status = 'cancelled' as is_cancelled,
        orders_with_owner.channel,
        orders_with_owner.manager_id,
        orders_with_owner.named_manager_id,
        orders_with_owner.manager_basis,
        managers.direction as manager_direction,
        orders_with_owner.campaign_id,
        coalesce(orders_with_owner.region, managers.region, 'unknown')
            as region,
        orders_with_owner.currency,
        orders_with_owner.rate is not null as has_rate,
        orders_with_owner.rate,
        case
            when orders_with_owner.rate = 1 then orders_with_owner.amount
            when
                orders_with_owner.amount
                = try_cast(orders_with_owner.amount as decimal(11, 2))
                and orders_with_owner.rate
                = try_cast(orders_with_owner.rate as decimal(7, 4))
                then cast(
                    try_cast(orders_with_owner.amount as decimal(11, 2))
                    * try_cast(orders_with_owner.rate as decimal(7, 4))
                    as decimal(18, 4)
                )
            else cast(
                cast(orders_with_owner.amount as decimal(38, 4))
                * orders_with_owner.rate as decimal(18, 4)
            )
        end as document_amount,
        orders_with_owner.requested_date,
        orders_with_owner.promised_date,
        orders_with_owner.source,
        orders_with_owner._file_id,
        orders_with_owner._record

    from orders_with_owner
    left join managers on orders_with_owner.manager_id = managers.manager_id

)

select * from orders_with_manager
