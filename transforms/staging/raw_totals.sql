-- One row per entity and source: rows and money in raw, and what lies after the
-- as-of day. A row's event date is what staging cuts it by; cards and plans
-- have none. Money is in the currencies of the documents, added up only to be
-- found again.
--
-- grain    entity, source
-- key      entity, source

with

clock as (

    select * from meta.clock

),

orders as (

    select * from raw.orders

),

-- Large entities are added up by day first.
dated_rows as (

    select
        'clients' as entity,
        clients._source as source,
        cast(null as date) as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.clients

    union all

    select
        'contacts' as entity,
        contacts._source as source,
        cast(null as date) as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.contacts

    union all

    select
        'managers' as entity,
        managers._source as source,
        cast(null as date) as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.managers

    union all

    select
        'products' as entity,
        products._source as source,
        cast(null as date) as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.products

    union all

    select
        'orders' as entity,
        orders._source as source,
        orders.order_date as event_date,
        cast(sum(orders.amount) as decimal(38, 4)) as amount,
        count(*) as row_count

    from orders
    group by 2, 3

    union all

    select
        'order_lines' as entity,
        order_lines._source as source,
        orders.order_date as event_date,
        cast(sum(order_lines.amount) as decimal(38, 4)) as amount,
        count(*) as row_count

    from raw.order_lines
    left join orders on order_lines.order_id = orders.order_id
    group by 2, 3

    union all

    select
        'shipments' as entity,
        shipments._source as source,
        orders.order_date as event_date,
        cast(null as decimal(38, 4)) as amount,
        count(*) as row_count

    from raw.shipments
    left join orders on shipments.order_id = orders.order_id
    group by 2, 3

    union all

    select
        'invoices' as entity,
        invoices._source as source,
        invoices.issued_date as event_date,
        cast(sum(invoices.amount) as decimal(38, 4)) as amount,
        count(*) as row_count

    from raw.invoices
    group by 2, 3

    union all

    select
        'payments' as entity,
        payments._source as source,
        payments.paid_date as event_date,
        cast(sum(payments.amount) as decimal(38, 4)) as amount,
        count(*) as row_count

    from raw.payments
    group by 2, 3

    union all

    select
        'returns' as entity,
        returns._source as source,
        returns.return_date as event_date,
        cast(returns.amount as decimal(38, 4)) as amount,
        1 as row_count

    from raw.returns

    union all

    select
        'complaints' as entity,
        complaints._source as source,
        cast(complaints.opened_at as date) as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.complaints

    union all

    select
        'interactions' as entity,
        interactions._source as source,
        case
            when interactions.planned_at is null
                then cast(interactions.done_at as date)
            when cast(interactions.planned_at as date) <= clock.as_of_date
                then cast(interactions.planned_at as date)
        end as event_date,
        cast(null as decimal(38, 4)) as amount,
        count(*) as row_count

    from raw.interactions
    cross join clock
    group by 2, 3

    union all

    select
        'campaigns' as entity,
        campaigns._source as source,
        cast(null as date) as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.campaigns

    union all

    select
        'campaign_members' as entity,
        campaign_members._source as source,
        cast(campaign_members.assigned_at as date) as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.campaign_members

    union all

    select
        'deals' as entity,
        deals._source as source,
        deals.created_date as event_date,
        cast(deals.amount as decimal(38, 4)) as amount,
        1 as row_count

    from raw.deals

    union all

    select
        'deal_stage_changes' as entity,
        deal_stage_changes._source as source,
        cast(deal_stage_changes.changed_at as date) as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.deal_stage_changes

    union all

    select
        'contracts' as entity,
        contracts._source as source,
        contracts.start_date as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.contracts

    union all

    select
        'surveys' as entity,
        surveys._source as source,
        coalesce(surveys.invited_date, surveys.answered_date) as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.surveys

    union all

    select
        'sales_plans' as entity,
        sales_plans._source as source,
        sales_plans.approved_date as event_date,
        cast(sales_plans.amount as decimal(38, 4)) as amount,
        1 as row_count

    from raw.sales_plans

    union all

    select
        'client_owners' as entity,
        client_owners._source as source,
        client_owners.valid_from_date as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.client_owners

    union all

    select
        'absences' as entity,
        absences._source as source,
        absences.first_date as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.absences

    union all

    select
        'exchange_rates' as entity,
        exchange_rates._source as source,
        exchange_rates.rate_date as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.exchange_rates

    union all

    select
        'calendar' as entity,
        calendar._source as source,
        cast(null as date) as event_date,
        cast(null as decimal(38, 4)) as amount,
        1 as row_count

    from raw.calendar

),

totals_per_source as (

    select
        dated_rows.entity,
        dated_rows.source,
        cast(sum(dated_rows.row_count) as bigint) as row_count,
        cast(
            coalesce(
                sum(dated_rows.row_count) filter (
                    where dated_rows.event_date > clock.as_of_date
                ),
                0
            ) as bigint
        ) as future_row_count,
        min(dated_rows.event_date) filter (
            where dated_rows.event_date > clock.as_of_date
        ) as first_future_date,
        max(dated_rows.event_date) filter (
            where dated_rows.event_date > clock.as_of_date
        ) as last_future_date,
        max(dated_rows.event_date) filter (
            where dated_rows.event_date <= clock.as_of_date
        ) as newest_event_date,
        cast(sum(dated_rows.amount) as decimal(38, 4)) as amount,
        cast(
            sum(dated_rows.amount) filter (
                where dated_rows.event_date > clock.as_of_date
            ) as decimal(38, 4)
        ) as future_amount

    from dated_rows
    cross join clock
    group by 1, 2

)

select * from totals_per_source
