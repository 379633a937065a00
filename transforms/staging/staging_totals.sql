-- One row per entity and source: rows and money that entered the models. Money
-- is in the currencies of the documents, added up only to be found again.
--
-- grain    entity, source
-- key      entity, source

with

totals_per_entity as (

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

)

select * from totals_per_entity
