-- One row per entity and source: rows and money that reached the marts, and how
-- many rows have no exchange rate. Assignments and ownerships of cards that are
-- one client may share a row of their mart: each must find it. The calendar has
-- no mart of its own.
--
-- grain    entity, source
-- key      entity, source

with

totals_per_entity as (

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

)

select * from totals_per_entity
