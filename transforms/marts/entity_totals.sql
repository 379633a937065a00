-- One row per entity and source: rows and money on the way from raw to marts.
-- Assignments and ownerships of cards that are one client may share a row of
-- their mart: each must find it.
--
-- grain    entity, source
-- key      entity, source

with

raw_totals as (

    select * from staging.raw_totals

),

staging_totals as (

    select
        'clients' as entity,
        clients.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.client_keys as clients
    group by 2

    union all

    select
        'contacts' as entity,
        contacts.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.contacts
    group by 2

    union all

    select
        'managers' as entity,
        managers.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.managers
    group by 2

    union all

    select
        'products' as entity,
        products.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.products
    group by 2

    union all

    select
        'orders' as entity,
        orders.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(orders.amount) as decimal(38, 4)) as amount

    from staging.orders
    group by 2

    union all

    select
        'order_lines' as entity,
        order_lines.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(order_lines.amount) as decimal(38, 4)) as amount

    from staging.order_lines
    group by 2

    union all

    select
        'shipments' as entity,
        shipments.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.shipments
    group by 2

    union all

    select
        'invoices' as entity,
        invoices.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(invoices.amount) as decimal(38, 4)) as amount

    from staging.invoices
    group by 2

    union all

    select
        'payments' as entity,
        payments.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(payments.amount) as decimal(38, 4)) as amount

    from staging.payments
    group by 2

    union all

    select
        'returns' as entity,
        returns.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(returns.amount) as decimal(38, 4)) as amount

    from staging.returns
    group by 2

    union all

    select
        'complaints' as entity,
        complaints.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.complaints
    group by 2

    union all

    select
        'interactions' as entity,
        interactions.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.interactions
    group by 2

    union all

    select
        'campaigns' as entity,
        campaigns.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.campaigns
    group by 2

    union all

    select
        'campaign_members' as entity,
        campaign_members.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.campaign_members
    group by 2

    union all

    select
        'deals' as entity,
        deals.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(deals.amount) as decimal(38, 4)) as amount

    from staging.deals
    group by 2

    union all

    select
        'deal_stage_changes' as entity,
        deal_stage_changes.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.deal_stage_changes
    group by 2

    union all

    select
        'contracts' as entity,
        contracts.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.contracts
    group by 2

    union all

    select
        'surveys' as entity,
        surveys.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.surveys
    group by 2

    union all

    select
        'sales_plans' as entity,
        sales_plans.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(sales_plans.amount) as decimal(38, 4)) as amount

    from staging.sales_plans
    group by 2

    union all

    select
        'client_owners' as entity,
        client_owners.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.client_owners
    group by 2

    union all

    select
        'absences' as entity,
        absences.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.absences
    group by 2

    union all

    select
        'exchange_rates' as entity,
        exchange_rates.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.exchange_rates
    group by 2

    union all

    select
        'calendar' as entity,
        calendar.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount

    from staging.calendar
    group by 2

),

mart_totals as (

    select
        'clients' as entity,
        clients.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from marts.client_sources as clients
    group by 2

    union all

    select
        'contacts' as entity,
        contacts.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from marts.contacts
    group by 2

    union all

    select
        'managers' as entity,
        managers.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from marts.managers
    where managers.has_card
    group by 2

    union all

    select
        'products' as entity,
        products.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from marts.products
    where products.has_card
    group by 2

    union all

    select
        'orders' as entity,
        orders.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(orders.document_amount) as decimal(38, 4)) as amount,
        cast(
            count(*) filter (where not orders.has_rate) as bigint
        ) as unconverted_row_count

    from marts.orders
    group by 2

    union all

    select
        'order_lines' as entity,
        order_lines.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(order_lines.net_amount) as decimal(38, 4)) as amount,
        cast(
            count(*) filter (where not order_lines.has_rate) as bigint
        ) as unconverted_row_count

    from marts.order_lines
    group by 2

    union all

    select
        'shipments' as entity,
        shipments.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from marts.shipments
    group by 2

    union all

    select
        'invoices' as entity,
        invoices.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(invoices.amount) as decimal(38, 4)) as amount,
        cast(
            count(*) filter (where not invoices.has_rate) as bigint
        ) as unconverted_row_count

    from marts.invoices
    group by 2

    union all

    select
        'payments' as entity,
        payments.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(payments.amount) as decimal(38, 4)) as amount,
        cast(
            count(*) filter (where not payments.has_rate) as bigint
        ) as unconverted_row_count

    from marts.payments
    group by 2

    union all

    select
        'returns' as entity,
        returns.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(returns.amount) as decimal(38, 4)) as amount,
        cast(
            count(*) filter (where not returns.has_rate) as bigint
        ) as unconverted_row_count

    from marts.returns
    group by 2

    union all

    select
        'complaints' as entity,
        complaints.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from marts.complaints
    group by 2

    union all

    select
        'interactions' as entity,
        interactions.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from marts.interactions
    group by 2

    union all

    select
        'campaigns' as entity,
        campaigns.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(
            count(*) filter (where not campaigns.has_rate) as bigint
        ) as unconverted_row_count

    from marts.campaigns
    where campaigns.has_card
    group by 2

    union all

    select
        'campaign_members' as entity,
        campaign_members.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from staging.campaign_members
    inner join marts.campaign_members as members
        on
            campaign_members.campaign_id = members.campaign_id
            and campaign_members.client_id = members.client_id
    group by 2

    union all

    select
        'deals' as entity,
        deals.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(deals.amount) as decimal(38, 4)) as amount,
        cast(
            count(*) filter (where not deals.has_rate) as bigint
        ) as unconverted_row_count

    from marts.deals
    group by 2

    union all

    select
        'deal_stage_changes' as entity,
        deal_stage_changes.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from marts.deal_stage_changes
    group by 2

    union all

    select
        'contracts' as entity,
        contracts.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(
            count(*) filter (where not contracts.has_rate) as bigint
        ) as unconverted_row_count

    from marts.contracts
    group by 2

    union all

    select
        'surveys' as entity,
        surveys.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from marts.surveys
    group by 2

    union all

    select
        'sales_plans' as entity,
        sales_plans.source,
        cast(count(*) as bigint) as row_count,
        cast(sum(sales_plans.amount) as decimal(38, 4)) as amount,
        cast(
            count(*) filter (where not sales_plans.has_rate) as bigint
        ) as unconverted_row_count

    from marts.sales_plans
    group by 2

    union all

    select
        'client_owners' as entity,
        client_owners.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from staging.client_owners
    inner join marts.client_owners as owners
        on
            client_owners.client_id = owners.client_id
            and client_owners.valid_from_date = owners.valid_from_date
    group by 2

    union all

    select
        'absences' as entity,
        absences.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from marts.absences
    group by 2

    union all

    select
        'exchange_rates' as entity,
        exchange_rates.source,
        cast(count(*) as bigint) as row_count,
        cast(null as decimal(38, 4)) as amount,
        cast(0 as bigint) as unconverted_row_count

    from marts.exchange_rates
    group by 2

),

totals_side_by_side as (

    select
        raw_totals.entity,
        raw_totals.source,
        raw_totals.row_count as raw_row_count,
        raw_totals.future_row_count,
        coalesce(staging_totals.row_count, 0) as staging_row_count,
        case
            when raw_totals.entity = 'calendar'
                then coalesce(staging_totals.row_count, 0)
            else coalesce(mart_totals.row_count, 0)
        end as mart_row_count,
        coalesce(mart_totals.unconverted_row_count, 0)
            as unconverted_row_count,
        raw_totals.first_future_date,
        raw_totals.last_future_date,
        raw_totals.newest_event_date,
        raw_totals.amount as raw_amount,
        raw_totals.future_amount,
        staging_totals.amount as staging_amount,
        mart_totals.amount as mart_amount

    from raw_totals
    left join staging_totals
        on
            raw_totals.entity = staging_totals.entity
            and raw_totals.source = staging_totals.source
    left join mart_totals
        on
            raw_totals.entity = mart_totals.entity
            and raw_totals.source = mart_totals.source

)

select * from totals_side_by_side
