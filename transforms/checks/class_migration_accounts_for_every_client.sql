-- The moves into a period count every client classified in it.
--
-- severity error

with

migration as (

    select * from metrics.client_class_migration

),

summary as (

    select * from metrics.client_class_summary

),

moves as (

    select
        migration.month,
        migration.to_class as class,
        cast(sum(migration.client_count) as bigint) as client_count

    from migration
    group by 1, 2

),

differences as (

    select
        summary.month,
        summary.class,
        summary.client_count,
        coalesce(moves.client_count, 0) as moved_client_count

    from summary
    left join moves
        on summary.month = moves.month
        and summary.class = moves.class
    where summary.client_count <> coalesce(moves.client_count, 0)

)

select * from differences
