-- One row per quarter and stage: the chance to be won that deals entering the
-- stage would have been given when the quarter began, from what was decided by
-- then, and what became of those that entered it within the quarter. Quarters
-- count once nine of ten cycles have passed since their end.
--
-- grain    quarter, stage
-- key      quarter_start_date, stage
-- answers  Were deals won as often as their stages promised?
--
-- The chance is made as in metrics.deal_stages, of that day: entries older than
-- nine of ten cycles known then, won by then, drawn to the win rate of all
-- deals as by ten more, never lower in a later stage.

with

deal_stage_stays as (

    select * from metrics.deal_stage_stays

),

deals as (

    select * from marts.deals

),

calendar as (

    select * from marts.calendar

),

clock as (

    select * from meta.clock

),

first_entries as (

    select
        deal_stage_stays.deal_id,
        deal_stage_stays.stage,
        max(deal_stage_stays.status) as status,
        max(deal_stage_stays.closed_date) as closed_date,
        min(deal_stage_stays.entered_date) as entered_date,
        min(deal_stage_stays.entry_number) as entry_number

    from deal_stage_stays
    group by 1, 2

),

first_moves as (

    select min(first_entries.entered_date) as entered_date

    from first_entries

),

quarters as (

    select
        calendar.quarter_start_date,
        max(calendar.day) as last_date

    from calendar
    cross join clock
    cross join first_moves
    where
        calendar.quarter_start_date > first_moves.entered_date
        and calendar.quarter_start_date <= clock.as_of_date
    group by 1

),

cycles_ranked as (

    select
        quarters.quarter_start_date,
        quarters.last_date,
        date_diff('day', deals.created_date, deals.closed_date) as cycle_days,
        case when deals.status = 'won' then 1 else 0 end as is_won,
        row_number() over (
            partition by quarters.quarter_start_date
            order by
                date_diff(
                    'day', deals.created_date, deals.closed_date
                ) asc nulls last,
                deals.deal_id asc nulls last
        ) as cycle_rank,
        count(*) over (
            partition by quarters.quarter_start_date
        ) as cycle_count

    from quarters
    inner join deals
        on deals.closed_date < quarters.quarter_start_date
    where
        deals.status in ('won', 'lost')
        and deals.created_date <= deals.closed_date

),

known_then as (

    select
        cycles_ranked.quarter_start_date,
        cycles_ranked.last_date,
        cast(sum(cycles_ranked.is_won) as double)
        / nullif(cast(count(*) as double), 0) as win_rate,
        min(cycles_ranked.cycle_days) filter (
            where cycles_ranked.cycle_rank * 10 >= cycles_ranked.cycle_count * 9
        ) as cycle_days

    from cycles_ranked
    group by 1, 2

),

entries_known_then as (

    select
        known_then.quarter_start_date,
        first_entries.stage,
        avg(cast(first_entries.entry_number as double)) as average_place,
        count(*) filter (
            where
                date_diff(
                    'day',
                    first_entries.entered_date,
                    known_then.quarter_start_date
                )
                >= known_then.cycle_days
        ) as entry_count,
        count(*) filter (
            where
                date_diff(
                    'day',
                    first_entries.entered_date,
                    known_then.quarter_start_date
                )
                >= known_then.cycle_days
                and first_entries.status = 'won'
                and first_entries.closed_date < known_then.quarter_start_date
        ) as won_count

    from known_then
    inner join first_entries
        on first_entries.entered_date < known_then.quarter_start_date
    group by 1, 2

),

stages_shrunk as (

    select
        entries_known_then.quarter_start_date,
        entries_known_then.stage,
        row_number() over (
            partition by entries_known_then.quarter_start_date
            order by
                entries_known_then.average_place asc nulls first,
                entries_known_then.stage asc nulls last
        ) as stage_number,
        cast(entries_known_then.entry_count + 10 as decimal(38, 8)) as weight,
        cast(
            cast(entries_known_then.won_count as double)
            + 10e0 * known_then.win_rate as decimal(38, 8)
        ) as weighted_win_count,
        entries_known_then.entry_count

    from entries_known_then
    inner join known_then
        on
            entries_known_then.quarter_start_date
            = known_then.quarter_start_date

),

runs_of_stages as (

    select
        first_stages.quarter_start_date,
        first_stages.stage_number as first_number,
        last_stages.stage_number as last_number,
        cast(sum(between_stages.weighted_win_count) as double)
        / nullif(cast(sum(between_stages.weight) as double), 0)
            as mean_probability

    from stages_shrunk as first_stages
    inner join stages_shrunk as last_stages
        on
            first_stages.quarter_start_date = last_stages.quarter_start_date
            and first_stages.stage_number <= last_stages.stage_number
    inner join stages_shrunk as between_stages
        on
            first_stages.quarter_start_date = between_stages.quarter_start_date
            and first_stages.stage_number <= between_stages.stage_number
            and last_stages.stage_number >= between_stages.stage_number
    group by 1, 2, 3

),

lowest_runs as (

    select
        stages_shrunk.quarter_start_date,
        stages_shrunk.stage_number,
        runs_of_stages.first_number,
        min(runs_of_stages.mean_probability) as lowest_probability

    from stages_shrunk
    inner join runs_of_stages
        on
            stages_shrunk.quarter_start_date
            = runs_of_stages.quarter_start_date
            and stages_shrunk.stage_number >= runs_of_stages.first_number
            and stages_shrunk.stage_number <= runs_of_stages.last_number
    group by 1, 2, 3

),

pooled as (

    select
        lowest_runs.quarter_start_date,
        lowest_runs.stage_number,
        max(lowest_runs.lowest_probability) as win_probability

    from lowest_runs
    group by 1, 2

),

entries_within as (

    select
        known_then.quarter_start_date,
        first_entries.stage,
        count(*) as deal_count,
        count(*) filter (where first_entries.status = 'won') as won_count

    from known_then
    cross join clock
    inner join first_entries
        on
            first_entries.entered_date >= known_then.quarter_start_date
            and first_entries.entered_date <= known_then.last_date
    where
        date_diff('day', known_then.last_date, clock.as_of_date)
        >= known_then.cycle_days
    group by 1, 2

),

tests as (

    select
        entries_within.quarter_start_date,
        entries_within.stage,
        stages_shrunk.stage_number,
        cast(stages_shrunk.entry_count as bigint) as known_entry_count,
        pooled.win_probability as promised_probability,
        cast(entries_within.deal_count as bigint) as deal_count,
        cast(entries_within.won_count as bigint) as won_count,
        clock.as_of_date

    from entries_within
    cross join clock
    inner join stages_shrunk
        on
            entries_within.quarter_start_date
            = stages_shrunk.quarter_start_date
            and entries_within.stage = stages_shrunk.stage
    inner join pooled
        on
            stages_shrunk.quarter_start_date = pooled.quarter_start_date
            and stages_shrunk.stage_number = pooled.stage_number
    where stages_shrunk.entry_count > 0

)

select * from tests
