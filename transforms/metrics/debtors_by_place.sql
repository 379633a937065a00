-- One row per region and manager: clients that owe what was due, and how much.
--
-- grain    region, manager
-- key      region, manager_id
-- answers  How many debtors does everyone have to remind?

with

client_receivables as (

    select * from metrics.client_receivables

),

debtors_by_place as (

    select
        client_receivables.region,
        client_receivables.manager_id,
        cast(count(*) as bigint) as client_count,
        cast(sum(client_receivables.overdue_amount) as decimal(38, 4))
            as overdue_amount,
        max(client_receivables.as_of_date) as as_of_date

    from client_receivables
    where client_receivables.overdue_amount > 0
    group by 1, 2

)

select * from debtors_by_place
