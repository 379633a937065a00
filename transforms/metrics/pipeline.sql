-- One row per manager and quarter of expected closing: open deals weighted by
-- the history of their stages, with an interval, and what stands stale beside.
-- Deals are taken as independent: the variance of the sum is that of won or
-- not won, amount squared times p times one less p, and the interval is normal.
-- Few deals or one large one make it wide and rough: both are shown. It ends
-- where every deal above zero is won and none below, or the other way round.
--
-- grain    manager (and all of them: is_total), quarter (`all`, `unknown`)
-- key      is_total, manager_id, close_quarter
-- answers  What is our pipeline worth, how sure is that, and how fast is it?

with

model_versions as (

    select * from meta.model_versions

),

open_deals as (

    select * from metrics.open_deals

),

deal_results as (

    select * from metrics.deal_results

),

numbers as (

    select * from meta.numbers

),

deals_in_scopes as (

    select
        numbers.n in (1, 2) as is_total,
        case when numbers.n in (1, 2) then 'all' else open_deals.manager_id end
            as manager_id,
        case
            when numbers.n in (1, 3) then 'all'
            else
                coalesce(
                    cast(open_deals.expected_close_quarter as varchar),
                    'unknown'
                )
        end as close_quarter,
        open_deals.amount,
        open_deals.win_probability,
        open_deals.weighted_amount,
        open_deals.manual_weighted_amount,
        cast(
            cast(open_deals.amount as double)
            * cast(open_deals.amount as double)
            * open_deals.win_probability * (1e0 - open_deals.win_probability)
            as decimal(38, 4)
        ) as variance,
        open_deals.is_stale,
        open_deals.as_of_date

    from open_deals
    cross join numbers
    where numbers.n between 1 and 4

),

deals_added_up as (

    select
        deals_in_scopes.is_total,
        deals_in_scopes.manager_id,
        deals_in_scopes.close_quarter,
        cast(
            count(*) filter (where not deals_in_scopes.is_stale) as bigint
        ) as open_count,
        cast(
            count(*) filter (
                where
                    not deals_in_scopes.is_stale
                    and deals_in_scopes.amount is null
            ) as bigint
        ) as unpriced_count,
        cast(
            sum(deals_in_scopes.amount) filter (
                where not deals_in_scopes.is_stale
            ) as decimal(38, 4)
        ) as open_amount,
        cast(
            sum(deals_in_scopes.weighted_amount) filter (
                where not deals_in_scopes.is_stale
            ) as decimal(38, 4)
        ) as weighted_amount,
        case
            when
                count(deals_in_scopes.amount) filter (
                    where not deals_in_scopes.is_stale
                )
                = count(deals_in_scopes.manual_weighted_amount) filter (
                    where not deals_in_scopes.is_stale
                )
                then cast(
                    sum(deals_in_scopes.manual_weighted_amount) filter (
                        where not deals_in_scopes.is_stale
                    ) as decimal(38, 4)
                )
        end as manual_weighted_amount,
        sqrt(
            cast(
                sum(deals_in_scopes.variance) filter (
                    where not deals_in_scopes.is_stale
                ) as double
            )
        ) as deviation,
        max(deals_in_scopes.amount) filter (
            where not deals_in_scopes.is_stale
        ) as largest_amount,
        cast(
            coalesce(
                sum(deals_in_scopes.amount) filter (
                    where
                        not deals_in_scopes.is_stale
                        and deals_in_scopes.amount < 0
                ),
                0
            ) as decimal(38, 4)
        ) as least_amount,
        cast(
            coalesce(
                sum(deals_in_scopes.amount) filter (
                    where
                        not deals_in_scopes.is_stale
                        and deals_in_scopes.amount > 0
                ),
                0
            ) as decimal(38, 4)
        ) as most_amount,
        cast(
            count(*) filter (where deals_in_scopes.is_stale) as bigint
        ) as stale_count,
        cast(
            sum(deals_in_scopes.amount) filter (
                where deals_in_scopes.is_stale
            ) as decimal(38, 4)
        ) as stale_amount,
        max(deals_in_scopes.as_of_date) as as_of_date

    from deals_in_scopes
    group by 1, 2, 3

),

pipeline_with_results as (

    select
        deals_added_up.is_total,
        deals_added_up.manager_id,
        deals_added_up.close_quarter,
        deals_added_up.open_count,
        deals_added_up.unpriced_count,
        deals_added_up.open_amount,
        deals_added_up.weighted_amount,
        case
            when
                cast(deals_added_up.weighted_amount as double)
                - 1.959964e0 * deals_added_up.deviation
                > cast(deals_added_up.least_amount as double)
                then cast(
                    cast(deals_added_up.weighted_amount as double)
                    - 1.959964e0 * deals_added_up.deviation
                    as decimal(38, 4)
                )
            when deals_added_up.weighted_amount is not null
                then deals_added_up.least_amount
        end as weighted_lower_amount,
        case
            when
                cast(deals_added_up.weighted_amount as double)
                + 1.959964e0 * deals_added_up.deviation
                < cast(deals_added_up.most_amount as double)
                then cast(
                    cast(deals_added_up.weighted_amount as double)
                    + 1.959964e0 * deals_added_up.deviation
                    as decimal(38, 4)
                )
            when deals_added_up.weighted_amount is not null
                then deals_added_up.most_amount
        end as weighted_upper_amount,
        deals_added_up.manual_weighted_amount,
        case
            when deals_added_up.largest_amount >= 0
                then
                    cast(deals_added_up.largest_amount as double)
                    / nullif(cast(deals_added_up.most_amount as double), 0)
        end as largest_share,
        deals_added_up.stale_count,
        deals_added_up.stale_amount,
        deal_results.win_rate_count,
        deal_results.win_rate_value,
        deal_results.cycle_days_p50,
        case
            when deals_added_up.close_quarter = 'all'
                then
                    cast(deals_added_up.open_count as double)
                    * deal_results.won_amount_mean
                    * deal_results.win_rate_count
                    / nullif(deal_results.cycle_days_p50, 0)
        end as velocity_per_day,
        case
            when deals_added_up.open_count = 0 then 'all_stale'
            when deals_added_up.weighted_amount is null then 'no_history'
            when deals_added_up.open_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        model_versions.model_version,
        deals_added_up.as_of_date

    from deals_added_up
    left join model_versions
        on model_versions.relation = 'metrics.pipeline'
    left join deal_results
        on
            deals_added_up.is_total = deal_results.is_total
            and deals_added_up.manager_id = deal_results.manager_id
            and deal_results.window_name = 'last_12_months'

)

select * from pipeline_with_results
