-- What is summed by region and manager holds every client of its list, once.
--
-- severity error

with

client_profit as (

    select * from metrics.client_profit

),

profit_by_place as (

    select * from metrics.profit_by_place

),

next_products as (

    select * from metrics.next_products

),

offers_by_place as (

    select * from metrics.offers_by_place

),

client_contacts as (

    select * from metrics.client_contacts

),

contacts_due_by_place as (

    select * from metrics.contacts_due_by_place

),

client_receivables as (

    select * from metrics.client_receivables

),

debtors_by_place as (

    select * from metrics.debtors_by_place

),

rfm as (

    select * from metrics.rfm

),

rfm_by_place as (

    select * from metrics.rfm_by_place

),

lists as (

    select
        'client_profit' as list,
        cast(count(*) as bigint) as client_count,
        cast(sum(client_profit.profit_amount) as decimal(38, 4)) as amount

    from client_profit

    union all

    select
        'next_products' as list,
        cast(count(distinct next_products.client_id) as bigint)
            as client_count,
        cast(null as decimal(38, 4)) as amount

    from next_products

    union all

    select
        'client_contacts' as list,
        cast(count(*) as bigint) as client_count,
        cast(null as decimal(38, 4)) as amount

    from client_contacts
    where client_contacts.severity in ('warn', 'critical', 'planned')

    union all

    select
        'client_receivables' as list,
        cast(count(*) as bigint) as client_count,
        cast(sum(client_receivables.overdue_amount) as decimal(38, 4))
            as amount

    from client_receivables
    where client_receivables.overdue_amount > 0

    union all

    select
        'rfm' as list,
        cast(count(*) as bigint) as client_count,
        cast(sum(rfm.monetary_amount) as decimal(38, 4)) as amount

    from rfm

),

places as (

    select
        'client_profit' as list,
        cast(sum(profit_by_place.client_count) as bigint) as client_count,
        cast(sum(profit_by_place.profit_amount) as decimal(38, 4)) as amount

    from profit_by_place

    union all

    select
        'next_products' as list,
        cast(sum(offers_by_place.client_count) as bigint) as client_count,
        cast(null as decimal(38, 4)) as amount

    from offers_by_place

    union all

    select
        'client_contacts' as list,
        cast(sum(contacts_due_by_place.client_count) as bigint)
            as client_count,
        cast(null as decimal(38, 4)) as amount

    from contacts_due_by_place

    union all

    select
        'client_receivables' as list,
        cast(sum(debtors_by_place.client_count) as bigint) as client_count,
        cast(sum(debtors_by_place.overdue_amount) as decimal(38, 4)) as amount

    from debtors_by_place

    union all

    select
        'rfm' as list,
        cast(sum(rfm_by_place.client_count) as bigint) as client_count,
        cast(sum(rfm_by_place.net_amount) as decimal(38, 4)) as amount

    from rfm_by_place

),

differences as (

    select
        lists.list,
        lists.client_count,
        places.client_count as place_client_count,
        lists.amount,
        places.amount as place_amount

    from lists
    inner join places on lists.list = places.list
    where
        lists.client_count <> coalesce(places.client_count, 0)
        or coalesce(lists.amount, 0) <> coalesce(places.amount, 0)

)

select * from differences
