-- One row per quarter and stage: deals that stood in it when the quarter
-- began, by their recorded moves, and how many were won within the quarter.
-- Deals won that stood in no stage then are under `new`.
--
-- grain    quarter, stage
-- key      quarter_start_date, stage
-- answers  What came of the deals that stood in each stage?

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

first_moves as (

    select min(deal_stage_stays.entered_date) as entered_date
    from deal_stage_stays

),

quarters as (

    select
        calendar.quarter_start_date,
        max(calendar.day) as last_date,
        max(calendar.day) <= max(clock.as_of_date) as is_complete

    from calendar
    cross join clock
    cross join first_moves
    where
        calendar.quarter_start_date > first_moves.entered_date
        and calendar.quarter_start_date <= clock.as_of_date
    group by 1

),

standings_ranked as (

    select
        quarters.quarter_start_date,
        quarters.last_date,
        deal_stage_stays.deal_id,
        deal_stage_stays.stage,
        deal_stage_stays.status,
        deal_stage_stays.closed_date,
        row_number() over (
            partition by
                quarters.quarter_start_date, deal_stage_stays.deal_id
            order by deal_stage_stays.entry_number desc nulls last
        ) as standing_rank

    from deal_stage_stays
    -- Stays that no quarter began in tell nothing here.
    inner join quarters
        on
            deal_stage_stays.entered_date < quarters.quarter_start_date
            and (
                deal_stage_stays.left_date is null
                or deal_stage_stays.left_date >= quarters.quarter_start_date
            )

),

standings as (

    select
        standings_ranked.quarter_start_date,
        standings_ranked.stage,
        cast(count(*) as bigint) as open_count,
        cast(
            count(*) filter (
                where
                    standings_ranked.status = 'won'
                    and standings_ranked.closed_date
                    <= standings_ranked.last_date
            ) as bigint
        ) as won_count

    from standings_ranked
    where standings_ranked.standing_rank = 1
    group by 1, 2

),

won_per_quarter as (

    select
        quarters.quarter_start_date,
        cast(count(deals.deal_id) as bigint) as won_count,
        case
            when count(deals.deal_id) = 0 then cast(0 as decimal(38, 4))
            else cast(sum(deals.amount) as decimal(38, 4))
        end as won_amount

    from quarters
    left join deals
        on
            deals.status = 'won'
            and deals.closed_date >= quarters.quarter_start_date
            and deals.closed_date <= quarters.last_date
    group by 1

),

known_per_quarter as (

    select
        standings.quarter_start_date,
        cast(sum(standings.won_count) as bigint) as won_count

    from standings
    group by 1

),

standings_and_new as (

    select
        standings.quarter_start_date,
        standings.stage,
        standings.open_count,
        standings.won_count

    from standings

    union all

    select
        won_per_quarter.quarter_start_date,
        'new' as stage,
        cast(0 as bigint) as open_count,
        won_per_quarter.won_count
        - coalesce(known_per_quarter.won_count, 0) as won_count

    from won_per_quarter
    left join known_per_quarter
        on
            won_per_quarter.quarter_start_date
            = known_per_quarter.quarter_start_date

),

quarters_described as (

    select
        standings_and_new.quarter_start_date,
        standings_and_new.stage,
        standings_and_new.open_count,
        standings_and_new.won_count,
        won_per_quarter.won_amount as quarter_won_amount,
        quarters.is_complete,
        clock.as_of_date

    from standings_and_new
    cross join clock
    inner join quarters
        on standings_and_new.quarter_start_date = quarters.quarter_start_date
    inner join won_per_quarter
        on
            standings_and_new.quarter_start_date
            = won_per_quarter.quarter_start_date

)

select * from quarters_described
