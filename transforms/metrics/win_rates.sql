-- One row per quarter: deals closed in it, and deals opened in it. Of deals
-- opened, a rate is given only when the quarter ended as long ago as nine of
-- ten deals take: before, the quick ones are counted alone.
--
-- grain    basis, quarter
-- key      basis, quarter_start_date
-- answers  Do we win more deals than before?

with

deals as (

    select * from marts.deals

),

deal_results as (

    select * from metrics.deal_results

),

clock as (

    select * from meta.clock

),

deals_in_quarters as (

    select
        'closed' as basis,
        cast(date_trunc('quarter', deals.closed_date) as date)
            as quarter_start_date,
        deals.status,
        deals.amount

    from deals
    where
        deals.closed_date is not null
        and deals.status in ('won', 'lost')

    union all

    select
        'opened' as basis,
        cast(date_trunc('quarter', deals.created_date) as date)
            as quarter_start_date,
        deals.status,
        deals.amount

    from deals
    where deals.created_date is not null

),

quarters_added_up as (

    select
        deals_in_quarters.basis,
        deals_in_quarters.quarter_start_date,
        cast(count(*) as bigint) as deal_count,
        cast(
            count(*) filter (where deals_in_quarters.status = 'won') as bigint
        ) as won_count,
        cast(
            count(*) filter (where deals_in_quarters.status = 'lost') as bigint
        ) as lost_count,
        cast(
            sum(deals_in_quarters.amount) filter (
                where deals_in_quarters.status = 'won'
            ) as decimal(38, 4)
        ) as won_amount,
        cast(
            sum(deals_in_quarters.amount) filter (
                where deals_in_quarters.status = 'lost'
            ) as decimal(38, 4)
        ) as lost_amount

    from deals_in_quarters
    group by 1, 2

),

quarters_judged as (

    select
        quarters_added_up.basis,
        quarters_added_up.quarter_start_date,
        quarters_added_up.deal_count,
        quarters_added_up.won_count,
        quarters_added_up.lost_count,
        quarters_added_up.won_amount,
        quarters_added_up.lost_amount,
        quarters_added_up.basis = 'closed'
        or coalesce(
            date_diff(
                'day',
                cast(
                    quarters_added_up.quarter_start_date
                    + interval '3' month as date
                ),
                clock.as_of_date
            )
            >= deal_results.cycle_days_p90,
            false
        ) as is_mature,
        clock.as_of_date

    from quarters_added_up
    cross join clock
    left join deal_results
        on
            deal_results.is_total
            and deal_results.window_name = 'all'

),

quarters_with_rates as (

    select
        quarters_judged.basis,
        quarters_judged.quarter_start_date,
        quarters_judged.deal_count,
        quarters_judged.won_count,
        quarters_judged.lost_count,
        quarters_judged.won_amount,
        quarters_judged.lost_amount,
        case
            when quarters_judged.is_mature
                then
                    cast(quarters_judged.won_count as double)
                    / nullif(
                        cast(
                            quarters_judged.won_count
                            + quarters_judged.lost_count as double
                        ),
                        0
                    )
        end as win_rate_count,
        case
            when
                quarters_judged.is_mature
                and coalesce(quarters_judged.won_amount, 0) >= 0
                and coalesce(quarters_judged.lost_amount, 0) >= 0
                then
                    cast(coalesce(quarters_judged.won_amount, 0) as double)
                    / nullif(
                        cast(
                            coalesce(quarters_judged.won_amount, 0)
                            + coalesce(quarters_judged.lost_amount, 0)
                            as double
                        ),
                        0
                    )
        end as win_rate_value,
        quarters_judged.is_mature,
        case
            when not quarters_judged.is_mature then 'window_open'
            when quarters_judged.won_count + quarters_judged.lost_count < 30
                then 'low_n'
            else 'ok'
        end as quality_flag,
        quarters_judged.as_of_date

    from quarters_judged

)

select * from quarters_with_rates
