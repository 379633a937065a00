-- One row per period and pair of classes between which clients moved.
--
-- grain    period, class before, class now
-- key      month, from_class, to_class
-- answers  Do clients grow into key accounts, or slip away?

with

classes as (

    select * from metrics.client_classes

),

moves as (

    select
        classes.month,
        coalesce(classes.previous_class, 'none') as from_class,
        classes.class_published as to_class,
        classes.is_current,
        cast(count(*) as bigint) as client_count,
        cast(sum(classes.net_amount) as decimal(38, 4)) as net_amount

    from classes
    group by 1, 2, 3, 4

)

select * from moves
