-- Every document that a row refers to stands in its mart.
-- A line has the day of its order, and none where there is no such order.
-- severity warning

with

missing_documents as (

    select
        'order_lines' as entity,
        'order_id' as column_name,
        cast(count(*) as bigint) as row_count,
        min(order_lines.order_id) as first_missing_id

    from marts.order_lines
    where
        order_lines.order_id is not null
        and order_lines.order_date is null

    union all

    select
        'shipments' as entity,
        'order_id' as column_name,
        cast(count(*) as bigint) as row_count,
        min(shipments.order_id) as first_missing_id

    from marts.shipments
    where
        shipments.order_id is not null
        and shipments.order_id not in (
            select orders.order_id

            from marts.orders
        )

    union all

    select
        'shipments' as entity,
        'order_line_id' as column_name,
        cast(count(*) as bigint) as row_count,
        min(shipments.order_line_id) as first_missing_id

    from marts.shipments
    where
        shipments.order_line_id is not null
        and shipments.order_line_id not in (
            select order_lines.order_line_id

            from marts.order_lines
        )

    union all

    select
        'invoices' as entity,
        'order_id' as column_name,
        cast(count(*) as bigint) as row_count,
        min(invoices.order_id) as first_missing_id

    from marts.invoices
    left join marts.orders on invoices.order_id = orders.order_id
    where
        invoices.order_id is not null
        and orders.order_id is null

    union all

    select
        'payments' as entity,
        'invoice_id' as column_name,
        cast(count(*) as bigint) as row_count,
        min(payments.invoice_id) as first_missing_id

    from marts.payments
    left join marts.invoices on payments.invoice_id = invoices.invoice_id
    where
        payments.invoice_id is not null
        and invoices.invoice_id is null

    union all

    select
        'returns' as entity,
        'order_id' as column_name,
        cast(count(*) as bigint) as row_count,
        min(returns.order_id) as first_missing_id

    from marts.returns
    left join marts.orders on returns.order_id = orders.order_id
    where
        returns.order_id is not null
        and orders.order_id is null

    union all

    select
        'returns' as entity,
        'order_line_id' as column_name,
        cast(count(*) as bigint) as row_count,
        min(returns.order_line_id) as first_missing_id

    from marts.returns
    left join marts.order_lines
        on returns.order_line_id = order_lines.order_line_id
    where
        returns.order_line_id is not null
        and order_lines.order_line_id is null

    union all

    select
        'complaints' as entity,
        'order_id' as column_name,
        cast(count(*) as bigint) as row_count,
        min(complaints.order_id) as first_missing_id

    from marts.complaints
    left join marts.orders on complaints.order_id = orders.order_id
    where
        complaints.order_id is not null
        and orders.order_id is null

    union all

    select
        'deal_stage_changes' as entity,
        'deal_id' as column_name,
        cast(count(*) as bigint) as row_count,
        min(deal_stage_changes.deal_id) as first_missing_id

    from marts.deal_stage_changes
    left join marts.deals on deal_stage_changes.deal_id = deals.deal_id
    where
        deal_stage_changes.deal_id is not null
        and deals.deal_id is null

    union all

    select
        'interactions' as entity,
        'contact_id' as column_name,
        cast(count(*) as bigint) as row_count,
        min(interactions.contact_id) as first_missing_id

    from marts.interactions
    left join marts.contacts on interactions.contact_id = contacts.contact_id
    where
        interactions.contact_id is not null
        and contacts.contact_id is null

),

references_without_document as (

    select
        missing_documents.entity,
        missing_documents.column_name,
        missing_documents.row_count,
        missing_documents.first_missing_id

    from missing_documents
    where missing_documents.row_count > 0

)

select * from references_without_document
