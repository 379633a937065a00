-- One row: from how many own gaps without an order a client counts as lapsed.
--
-- grain    one row
-- key      as_of_date
-- answers  How long may a client be silent before it is lost?
--
-- The smallest of 1.5, 2, 2.5 … 10 gaps whose lapsed clients, over the three
-- cut-offs, in the share asked for really did not order. Who has been silent
-- longer than the days of the settings is lapsed in any case. Where no ratio
-- reaches the share, 3.

with

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

numbers as (

    select * from meta.numbers

),

scores as (

    select * from metrics.churn_scores

),

halves as (

    select
        case
            when
                scores.days_since_last > settings.churn_lapsed_after_days
                or scores.overdue_ratio > 10
                then 21
            else ceil(scores.overdue_ratio * 2)
        end as halves_reached,
        count(*) as client_count,
        count(*) filter (where not scores.has_ordered) as quiet_client_count

    from scores
    cross join settings
    where scores.cut_number > 0 and scores.overdue_ratio is not null
    group by 1

),

candidates as (

    select
        numbers.n,
        cast(numbers.n as double) / 2 as ratio,
        sum(halves.client_count) as lapsed_client_count,
        cast(sum(halves.quiet_client_count) as double)
        / nullif(cast(sum(halves.client_count) as double), 0) as precision_share

    from numbers
    inner join halves
        on numbers.n < halves.halves_reached
    where numbers.n between 3 and 20
    group by 1, 2

),

quiet_totals as (

    select cast(sum(halves.quiet_client_count) as double) as quiet_client_count

    from halves

),

smallest_ratio as (

    select min(candidates.ratio) as ratio

    from candidates
    cross join settings
    where
        candidates.precision_share >= settings.churn_lapsed_precision
        and candidates.ratio > settings.churn_active_ratio
        and candidates.lapsed_client_count >= 100

),

chosen_ratio as (

    select
        settings.churn_active_ratio as active_ratio,
        case
            when
                coalesce(
                    settings.churn_lapsed_ratio, smallest_ratio.ratio, 3e0
                ) > settings.churn_active_ratio
                then
                    coalesce(
                        settings.churn_lapsed_ratio, smallest_ratio.ratio, 3e0
                    )
            else settings.churn_active_ratio
        end as lapsed_ratio,
        case
            when settings.churn_lapsed_ratio is not null then 'settings'
            when smallest_ratio.ratio is not null then 'backtest'
            else 'default'
        end as lapsed_basis,
        settings.churn_lapsed_after_days as lapsed_after_days

    from settings
    cross join smallest_ratio

),

rule as (

    select
        clock.as_of_date,
        chosen_ratio.active_ratio,
        chosen_ratio.lapsed_ratio,
        chosen_ratio.lapsed_basis,
        chosen_ratio.lapsed_after_days,
        candidates.precision_share as lapsed_precision,
        candidates.precision_share
        * cast(candidates.lapsed_client_count as double)
        / nullif(quiet_totals.quiet_client_count, 0) as lapsed_recall,
        cast(coalesce(candidates.lapsed_client_count, 0) as bigint)
            as lapsed_client_count

    from clock
    cross join chosen_ratio
    cross join quiet_totals
    left join candidates
        on chosen_ratio.lapsed_ratio = candidates.ratio

)

select * from rule
