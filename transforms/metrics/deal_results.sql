-- One row per manager and window: what became of deals, and how long it took.
-- Open deals are no losses. The cycle is that of won deals, from opening to
-- closing; its 90th percentile is of all closed deals, by nearest rank.
--
-- grain    manager, window; and all managers together (is_total)
-- key      is_total, manager_id, window_name
-- answers  What share of deals do we win, and how long does it take?

with

deals as (

    select * from marts.deals

),

numbers as (

    select * from meta.numbers

),

clock as (

    select * from meta.clock

),

deals_in_scopes as (

    select
        numbers.n in (1, 2) as is_total,
        case
            when numbers.n in (1, 2) then 'all'
            else coalesce(deals.manager_id, 'unknown')
        end as manager_id,
        case
            when numbers.n in (1, 3) then 'all'
            else 'last_12_months'
        end as window_name,
        deals.deal_id,
        deals.status,
        deals.amount,
        case
            when deals.closed_date >= deals.created_date
                then date_diff('day', deals.created_date, deals.closed_date)
        end as cycle_days,
        clock.as_of_date

    from deals
    cross join clock
    cross join numbers
    where
        numbers.n between 1 and 4
        and deals.status in ('won', 'lost')
        and (
            numbers.n in (1, 3)
            or deals.closed_date
            > cast(clock.as_of_date - interval '12' month as date)
        )

),

results_added_up as (

    select
        deals_in_scopes.is_total,
        deals_in_scopes.manager_id,
        deals_in_scopes.window_name,
        cast(
            count(*) filter (where deals_in_scopes.status = 'won') as bigint
        ) as won_count,
        cast(
            count(*) filter (where deals_in_scopes.status = 'lost') as bigint
        ) as lost_count,
        cast(
            sum(deals_in_scopes.amount) filter (
                where deals_in_scopes.status = 'won'
            ) as decimal(38, 4)
        ) as won_amount,
        cast(
            sum(deals_in_scopes.amount) filter (
                where deals_in_scopes.status = 'lost'
            ) as decimal(38, 4)
        ) as lost_amount,
        cast(
            count(deals_in_scopes.amount) filter (
                where deals_in_scopes.status = 'won'
            ) as bigint
        ) as won_priced_count,
        max(deals_in_scopes.as_of_date) as as_of_date

    from deals_in_scopes
    group by 1, 2, 3

),

cycles_ranked as (

    select
        deals_in_scopes.is_total,
        deals_in_scopes.manager_id,
        deals_in_scopes.window_name,
        deals_in_scopes.status,
        deals_in_scopes.cycle_days,
        row_number() over (
            partition by
                deals_in_scopes.is_total,
                deals_in_scopes.manager_id,
                deals_in_scopes.window_name,
                deals_in_scopes.status
            order by
                deals_in_scopes.cycle_days asc nulls last,
                deals_in_scopes.deal_id asc nulls last
        ) as status_rank,
        row_number() over (
            partition by
                deals_in_scopes.is_total,
                deals_in_scopes.manager_id,
                deals_in_scopes.window_name
            order by
                deals_in_scopes.cycle_days asc nulls last,
                deals_in_scopes.deal_id asc nulls last
        ) as cycle_rank

    from deals_in_scopes
    where deals_in_scopes.cycle_days is not null

),

cycle_counts as (

    select
        cycles_ranked.is_total,
        cycles_ranked.manager_id,
        cycles_ranked.window_name,
        count(*) as cycle_count,
        count(*) filter (where cycles_ranked.status = 'won') as won_cycle_count

    from cycles_ranked
    group by 1, 2, 3

),

cycles as (

    select
        cycles_ranked.is_total,
        cycles_ranked.manager_id,
        cycles_ranked.window_name,
        avg(cast(cycles_ranked.cycle_days as double)) filter (
            where
                cycles_ranked.status = 'won'
                and 2 * cycles_ranked.status_rank
                between cycle_counts.won_cycle_count
                and cycle_counts.won_cycle_count + 2
        ) as cycle_days_p50,
        cast(
            min(cycles_ranked.cycle_days) filter (
                where
                    10 * cycles_ranked.cycle_rank
                    >= 9 * cycle_counts.cycle_count
            ) as bigint
        ) as cycle_days_p90

    from cycles_ranked
    inner join cycle_counts
        on
            cycles_ranked.is_total = cycle_counts.is_total
            and cycles_ranked.manager_id = cycle_counts.manager_id
            and cycles_ranked.window_name = cycle_counts.window_name
    group by 1, 2, 3

),

results_with_rates as (

    select
        results_added_up.is_total,
        results_added_up.manager_id,
        results_added_up.window_name,
        results_added_up.won_count,
        results_added_up.lost_count,
        results_added_up.won_amount,
        results_added_up.lost_amount,
        cast(results_added_up.won_count as double)
        / nullif(
            cast(
                results_added_up.won_count + results_added_up.lost_count
                as double
            ),
            0
        ) as win_rate_count,
        case
            when
                coalesce(results_added_up.won_amount, 0) >= 0
                and coalesce(results_added_up.lost_amount, 0) >= 0
                then
                    cast(coalesce(results_added_up.won_amount, 0) as double)
                    / nullif(
                        cast(
                            coalesce(results_added_up.won_amount, 0)
                            + coalesce(results_added_up.lost_amount, 0)
                            as double
                        ),
                        0
                    )
        end as win_rate_value,
        cast(results_added_up.won_amount as double)
        / nullif(cast(results_added_up.won_priced_count as double), 0)
            as won_amount_mean,
        cycles.cycle_days_p50,
        cycles.cycle_days_p90,
        case
            when results_added_up.won_count + results_added_up.lost_count < 30
                then 'low_n'
            else 'ok'
        end as quality_flag,
        results_added_up.as_of_date

    from results_added_up
    left join cycles
        on
            results_added_up.is_total = cycles.is_total
            and results_added_up.manager_id = cycles.manager_id
            and results_added_up.window_name = cycles.window_name

)

select * from results_with_rates
