-- Sales of clients, managers and products add up to the sales of the month.
-- What names no client, manager or product stands under unknown.
-- severity error

with

sales_by_month as (

    select * from metrics.sales_by_month

),

entity_amounts as (

    select * from metrics.entity_amounts

),

client_months as (

    select * from marts.client_months

),

numbers as (

    select * from meta.numbers

),

sales_per_month as (

    select
        sales_by_month.month,
        sum(sales_by_month.net_amount) as net_amount

    from sales_by_month
    group by 1

),

dimensions as (

    select
        case numbers.n
            when 1 then 'client'
            when 2 then 'manager'
            when 3 then 'product'
            else 'client card'
        end as dimension

    from numbers
    where numbers.n between 1 and 4

),

amounts_and_sales as (

    select
        entity_amounts.dimension,
        entity_amounts.month,
        entity_amounts.net_amount as amount,
        cast(0 as decimal(38, 4)) as sales_amount

    from entity_amounts

    union all

    select
        'client card' as dimension,
        client_months.month,
        client_months.net_amount as amount,
        cast(0 as decimal(38, 4)) as sales_amount

    from client_months

    union all

    select
        'client card' as dimension,
        entity_amounts.month,
        entity_amounts.net_amount as amount,
        cast(0 as decimal(38, 4)) as sales_amount

    from entity_amounts
    where
        entity_amounts.dimension = 'client'
        and entity_amounts.entity_id = 'unknown'

    union all

    select
        dimensions.dimension,
        sales_per_month.month,
        cast(0 as decimal(38, 4)) as amount,
        sales_per_month.net_amount as sales_amount

    from sales_per_month
    cross join dimensions

),

totals_per_month as (

    select
        amounts_and_sales.dimension,
        amounts_and_sales.month,
        sum(amounts_and_sales.amount) as amount,
        sum(amounts_and_sales.sales_amount) as sales_amount

    from amounts_and_sales
    group by 1, 2

),

months_that_differ as (

    select
        totals_per_month.dimension,
        totals_per_month.month,
        totals_per_month.amount,
        totals_per_month.sales_amount

    from totals_per_month
    where totals_per_month.amount <> totals_per_month.sales_amount

)

select * from months_that_differ
