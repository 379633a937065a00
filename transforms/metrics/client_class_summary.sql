-- One row per period and class: its clients and their revenue.
--
-- grain    period, class
-- key      month, class
-- answers  What share of clients and revenue does each class hold?

with

classes as (

    select * from metrics.client_classes

),

class_names as (

    select 'key' as class
    union all
    select 'medium' as class
    union all
    select 'small' as class
    union all
    select 'occasional' as class
    union all
    select 'inactive' as class
    union all
    select 'new' as class

),

periods as (

    select
        classes.month,
        classes.is_current,
        cast(count(*) as bigint) as client_count

    from classes
    group by 1, 2

),

clients_per_class as (

    select
        classes.month,
        classes.class_published as class,
        cast(count(*) as bigint) as client_count,
        cast(sum(classes.net_amount) as decimal(38, 4)) as net_amount

    from classes
    group by 1, 2

),

positive_amounts as (

    select
        clients_per_class.month,
        sum(clients_per_class.net_amount) as net_amount

    from clients_per_class
    where clients_per_class.net_amount > 0
    group by 1

),

classes_with_shares as (

    select
        periods.month,
        class_names.class,
        periods.is_current,
        coalesce(clients_per_class.client_count, 0) as client_count,
        cast(coalesce(clients_per_class.client_count, 0) as double)
        / nullif(cast(periods.client_count as double), 0) as client_share,
        cast(
            coalesce(clients_per_class.net_amount, 0) as decimal(38, 4)
        ) as net_amount,
        case
            when coalesce(clients_per_class.net_amount, 0) >= 0
                then
                    cast(coalesce(clients_per_class.net_amount, 0) as double)
                    / nullif(cast(positive_amounts.net_amount as double), 0)
        end as net_amount_share

    from periods
    cross join class_names
    left join clients_per_class
        on periods.month = clients_per_class.month
        and class_names.class = clients_per_class.class
    left join positive_amounts
        on periods.month = positive_amounts.month

)

select * from classes_with_shares
