-- One row per client, manager, product or campaign that some document names,
-- and whether it has a card. What is named without a card gets a bare one in
-- the marts, so that its sales are not lost.
--
-- grain    entity, key
-- key      entity, entity_id
-- answers  Which clients, managers, products and campaigns have no card?

with

clients as (

    select * from staging.clients

),

managers as (

    select * from staging.managers

),

products as (

    select * from staging.products

),

campaigns as (

    select * from staging.campaigns

),

orders as (

    select * from marts.order_headers

),

references_by_place as (

    select
        'clients' as entity,
        contacts.client_id as entity_id,
        count(*) as reference_count

    from staging.contacts
    group by 2

    union all

    select
        'clients' as entity,
        orders.client_id as entity_id,
        count(*) as reference_count

    from orders
    group by 2

    union all

    select
        'clients' as entity,
        invoices.client_id as entity_id,
        count(*) as reference_count

    from staging.invoices
    group by 2

    union all

    select
        'clients' as entity,
        payments.client_id as entity_id,
        count(*) as reference_count

    from staging.payments
    group by 2

    union all

    select
        'clients' as entity,
        returns.client_id as entity_id,
        count(*) as reference_count

    from staging.returns
    group by 2

    union all

    select
        'clients' as entity,
        complaints.client_id as entity_id,
        count(*) as reference_count

    from staging.complaints
    group by 2

    union all

    select
        'clients' as entity,
        interactions.client_id as entity_id,
        count(*) as reference_count

    from marts.interactions
    group by 2

    union all

    select
        'clients' as entity,
        campaign_members.client_id as entity_id,
        count(*) as reference_count

    from staging.campaign_members
    group by 2

    union all

    select
        'clients' as entity,
        deals.client_id as entity_id,
        count(*) as reference_count

    from staging.deals
    group by 2

    union all

    select
        'clients' as entity,
        surveys.client_id as entity_id,
        count(*) as reference_count

    from staging.surveys
    group by 2

    union all

    select
        'clients' as entity,
        client_owners.client_id as entity_id,
        count(*) as reference_count

    from staging.client_owners
    group by 2

    union all

    select
        'clients' as entity,
        contracts.client_id as entity_id,
        count(*) as reference_count

    from staging.contracts
    group by 2

    union all

    select
        'managers' as entity,
        clients.manager_id as entity_id,
        count(*) as reference_count

    from staging.clients
    group by 2

    union all

    select
        'managers' as entity,
        absences.manager_id as entity_id,
        count(*) as reference_count

    from staging.absences
    group by 2

    union all

    select
        'managers' as entity,
        client_owners.manager_id as entity_id,
        count(*) as reference_count

    from staging.client_owners
    group by 2

    union all

    select
        'managers' as entity,
        orders.named_manager_id as entity_id,
        count(*) as reference_count

    from orders
    group by 2

    union all

    select
        'managers' as entity,
        complaints.responsible_manager_id as entity_id,
        count(*) as reference_count

    from staging.complaints
    group by 2

    union all

    select
        'managers' as entity,
        interactions.manager_id as entity_id,
        count(*) as reference_count

    from marts.interactions
    group by 2

    union all

    select
        'managers' as entity,
        deals.manager_id as entity_id,
        count(*) as reference_count

    from staging.deals
    group by 2

    union all

    select
        'managers' as entity,
        sales_plans.manager_id as entity_id,
        count(*) as reference_count

    from staging.sales_plans
    group by 2

    union all

    select
        'products' as entity,
        order_lines.product_id as entity_id,
        count(*) as reference_count

    from marts.order_lines
    group by 2

    union all

    select
        'products' as entity,
        returns.product_id as entity_id,
        count(*) as reference_count

    from staging.returns
    group by 2

    union all

    select
        'products' as entity,
        complaints.product_id as entity_id,
        count(*) as reference_count

    from staging.complaints
    group by 2

    union all

    select
        'products' as entity,
        contracts.product_id as entity_id,
        count(*) as reference_count

    from staging.contracts
    group by 2

    union all

    select
        'products' as entity,
        deals.product_id as entity_id,
        count(*) as reference_count

    from staging.deals
    group by 2

    union all

    select
        'campaigns' as entity,
        orders.campaign_id as entity_id,
        count(*) as reference_count

    from orders
    group by 2

    union all

    select
        'campaigns' as entity,
        campaign_members.campaign_id as entity_id,
        count(*) as reference_count

    from staging.campaign_members
    group by 2

),

references_by_key as (

    select
        references_by_place.entity,
        references_by_place.entity_id,
        cast(sum(references_by_place.reference_count) as bigint)
            as reference_count

    from references_by_place
    where references_by_place.entity_id is not null
    group by 1, 2

),

cards as (

    select
        'clients' as entity,
        clients.client_id as entity_id

    from clients

    union all

    select
        'managers' as entity,
        managers.manager_id as entity_id

    from managers

    union all

    select
        'products' as entity,
        products.product_id as entity_id

    from products

    union all

    select
        'campaigns' as entity,
        campaigns.campaign_id as entity_id

    from campaigns

),

references_with_card as (

    select
        references_by_key.entity,
        references_by_key.entity_id,
        references_by_key.reference_count,
        cards.entity_id is not null as has_card

    from references_by_key
    left join cards
        on
            references_by_key.entity = cards.entity
            and references_by_key.entity_id = cards.entity_id

)

select * from references_with_card
