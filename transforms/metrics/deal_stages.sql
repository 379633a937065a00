-- One row per stage of open deals: how many of those who entered it were won.
-- Entries younger than nine of ten cycles are left out: their deals are mostly
-- open. Few entries are drawn towards the win rate of all deals as if ten more
-- had been seen, and a later stage never has a lower probability: where it
-- would, neighbours are pooled (isotonic regression in its min-max form).
-- Stages stand in the order in which deals enter them; one that none was seen
-- to enter comes last, with the win rate of all, and moves no other.
--
-- grain    stage
-- key      stage
-- answers  What is a deal in this stage worth? How long do deals stay in it?

with

model_versions as (

    select * from meta.model_versions

),

deal_stage_stays as (

    select * from metrics.deal_stage_stays

),

deals as (

    select * from marts.deals

),

deal_results as (

    select * from metrics.deal_results

),

clock as (

    select * from meta.clock

),

overall as (

    select
        deal_results.win_rate_count,
        deal_results.cycle_days_p90

    from deal_results
    where
        deal_results.is_total
        and deal_results.window_name = 'all'

),

first_entries as (

    select
        deal_stage_stays.deal_id,
        deal_stage_stays.stage,
        max(deal_stage_stays.status) as status,
        min(deal_stage_stays.entered_date) as entered_date,
        min(deal_stage_stays.entry_number) as entry_number

    from deal_stage_stays
    group by 1, 2

),

entries_per_stage as (

    select
        first_entries.stage,
        avg(cast(first_entries.entry_number as double)) as average_place,
        cast(
            count(*) filter (
                where
                    date_diff(
                        'day', first_entries.entered_date, clock.as_of_date
                    )
                    >= overall.cycle_days_p90
            ) as bigint
        ) as entry_count,
        cast(
            count(*) filter (
                where
                    date_diff(
                        'day', first_entries.entered_date, clock.as_of_date
                    )
                    >= overall.cycle_days_p90
                    and first_entries.status = 'won'
            ) as bigint
        ) as won_count

    from first_entries
    cross join clock
    left join overall on overall.win_rate_count is not null
    group by 1

),

stages_of_open_deals as (

    select
        deals.stage,
        cast(count(*) as bigint) as open_count

    from deals
    where deals.status = 'open'
    group by 1

),

all_stages as (

    select entries_per_stage.stage from entries_per_stage

    union

    select stages_of_open_deals.stage from stages_of_open_deals

),

stays_ranked as (

    select
        deal_stage_stays.stage,
        deal_stage_stays.stay_days,
        row_number() over (
            partition by deal_stage_stays.stage
            order by
                deal_stage_stays.stay_days asc nulls last,
                deal_stage_stays.deal_id asc nulls last,
                deal_stage_stays.entry_number asc nulls last
        ) as stay_rank

    from deal_stage_stays
    where deal_stage_stays.stay_days >= 0

),

stay_counts as (

    select
        stays_ranked.stage,
        count(*) as stay_count

    from stays_ranked
    group by 1

),

median_stays as (

    select
        stays_ranked.stage,
        avg(cast(stays_ranked.stay_days as double)) as stay_days_p50

    from stays_ranked
    inner join stay_counts on stays_ranked.stage = stay_counts.stage
    where
        2 * stays_ranked.stay_rank
        between stay_counts.stay_count and stay_counts.stay_count + 2
    group by 1

),

stages_shrunk as (

    select
        all_stages.stage,
        row_number() over (
            order by
                entries_per_stage.average_place asc nulls last,
                all_stages.stage asc nulls last
        ) as stage_number,
        entries_per_stage.average_place is not null as has_place,
        overall.win_rate_count,
        coalesce(entries_per_stage.entry_count, 0) as entry_count,
        coalesce(entries_per_stage.won_count, 0) as won_count,
        cast(
            coalesce(entries_per_stage.entry_count, 0) + 10 as decimal(38, 8)
        ) as weight,
        cast(
            cast(coalesce(entries_per_stage.won_count, 0) as double)
            + 10e0 * overall.win_rate_count as decimal(38, 8)
        ) as weighted_win_count,
        coalesce(stages_of_open_deals.open_count, 0) as open_count,
        median_stays.stay_days_p50

    from all_stages
    left join entries_per_stage on all_stages.stage = entries_per_stage.stage
    left join stages_of_open_deals
        on all_stages.stage = stages_of_open_deals.stage
    left join median_stays on all_stages.stage = median_stays.stage
    left join overall on overall.win_rate_count is not null

),

runs_of_stages as (

    select
        first_stages.stage_number as first_number,
        last_stages.stage_number as last_number,
        cast(sum(between_stages.weighted_win_count) as double)
        / nullif(cast(sum(between_stages.weight) as double), 0)
            as mean_probability

    from stages_shrunk as first_stages
    inner join stages_shrunk as last_stages
        on first_stages.stage_number <= last_stages.stage_number
    inner join stages_shrunk as between_stages
        on
            first_stages.stage_number <= between_stages.stage_number
            and last_stages.stage_number >= between_stages.stage_number
    where last_stages.has_place
    group by 1, 2

),

lowest_runs as (

    select
        stages_shrunk.stage_number,
        runs_of_stages.first_number,
        min(runs_of_stages.mean_probability) as lowest_probability

    from stages_shrunk
    inner join runs_of_stages
        on
            stages_shrunk.stage_number >= runs_of_stages.first_number
            and stages_shrunk.stage_number <= runs_of_stages.last_number
    group by 1, 2

),

pooled as (

    select
        lowest_runs.stage_number,
        max(lowest_runs.lowest_probability) as win_probability

    from lowest_runs
    group by 1

),

stages_with_probability as (

    select
        stages_shrunk.stage,
        stages_shrunk.stage_number,
        stages_shrunk.entry_count,
        stages_shrunk.won_count,
        cast(stages_shrunk.won_count as double)
        / nullif(cast(stages_shrunk.entry_count as double), 0)
            as entry_win_rate,
        coalesce(pooled.win_probability, stages_shrunk.win_rate_count)
            as win_probability,
        stages_shrunk.stay_days_p50,
        stages_shrunk.open_count,
        case
            when stages_shrunk.win_rate_count is null then 'no_history'
            when stages_shrunk.entry_count = 0 then 'fallback'
            when stages_shrunk.entry_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        model_versions.model_version,
        clock.as_of_date

    from stages_shrunk
    cross join clock
    left join model_versions
        on model_versions.relation = 'metrics.deal_stages'
    left join pooled on stages_shrunk.stage_number = pooled.stage_number

)

select * from stages_with_probability
