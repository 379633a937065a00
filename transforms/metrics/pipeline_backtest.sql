-- One row per quarter and method: what would have been forecast when the
-- quarter began, from what was known then, against what was won. The pipeline:
-- deals that stood in each stage by the share won within a quarter in earlier
-- quarters (drawn to that of all stages as by ten more deals), new deals as in
-- the four quarters before. Amounts are wins times the mean won deal of those
-- four quarters: today's amounts were not known then.
--
-- grain    quarter, method
-- key      quarter_start_date, method
-- answers  Does the pipeline foretell what we win, better than the year before?

with

pipeline_at_quarter_starts as (

    select * from metrics.pipeline_at_quarter_starts

),

quarters as (

    select
        pipeline_at_quarter_starts.quarter_start_date,
        cast(sum(pipeline_at_quarter_starts.open_count) as bigint)
            as open_count,
        cast(sum(pipeline_at_quarter_starts.won_count) as bigint) as won_count,
        cast(
            coalesce(
                sum(pipeline_at_quarter_starts.won_count) filter (
                    where pipeline_at_quarter_starts.stage = 'new'
                ),
                0
            ) as bigint
        ) as new_won_count,
        max(pipeline_at_quarter_starts.quarter_won_amount) as won_amount,
        max(pipeline_at_quarter_starts.is_complete) as is_complete,
        max(pipeline_at_quarter_starts.as_of_date) as as_of_date

    from pipeline_at_quarter_starts
    group by 1

),

quarters_with_past as (

    select
        quarters.quarter_start_date,
        cast(count(*) as bigint) as past_count,
        avg(cast(past_quarters.won_count as double)) as mean_won_count,
        avg(cast(past_quarters.new_won_count as double)) as mean_new_won_count,
        cast(sum(past_quarters.won_amount) as double)
        / nullif(cast(sum(past_quarters.won_count) as double), 0)
            as mean_deal_amount,
        avg(cast(past_quarters.won_amount as double)) as mean_won_amount,
        max(past_quarters.won_count) filter (
            where
                past_quarters.quarter_start_date
                = cast(
                    quarters.quarter_start_date - interval '12' month as date
                )
        ) as last_year_won_count,
        max(past_quarters.won_amount) filter (
            where
                past_quarters.quarter_start_date
                = cast(
                    quarters.quarter_start_date - interval '12' month as date
                )
        ) as last_year_won_amount

    from quarters
    -- A quarter without four before it is not forecast.
    inner join quarters as past_quarters
        on
            past_quarters.quarter_start_date < quarters.quarter_start_date
            and past_quarters.quarter_start_date
            >= cast(quarters.quarter_start_date - interval '12' month as date)
    group by 1
    having count(*) = 4

),

stage_pasts as (

    select
        pipeline_at_quarter_starts.quarter_start_date,
        pipeline_at_quarter_starts.stage,
        max(pipeline_at_quarter_starts.open_count) as open_count,
        cast(
            sum(past_stages.won_count) filter (
                where
                    past_stages.stage = pipeline_at_quarter_starts.stage
            ) as double
        ) as past_won_count,
        cast(
            sum(past_stages.open_count) filter (
                where
                    past_stages.stage = pipeline_at_quarter_starts.stage
            ) as double
        ) as past_open_count,
        cast(sum(past_stages.won_count) as double)
        / nullif(cast(sum(past_stages.open_count) as double), 0)
            as all_won_share

    from pipeline_at_quarter_starts
    left join pipeline_at_quarter_starts as past_stages
        on
            past_stages.quarter_start_date
            < pipeline_at_quarter_starts.quarter_start_date
            and past_stages.stage <> 'new'
    where pipeline_at_quarter_starts.stage <> 'new'
    group by 1, 2

),

expected_wins as (

    select
        stage_pasts.quarter_start_date,
        cast(
            sum(
                cast(
                    cast(stage_pasts.open_count as double)
                    * (
                        coalesce(stage_pasts.past_won_count, 0e0)
                        + 10e0 * stage_pasts.all_won_share
                    )
                    / (coalesce(stage_pasts.past_open_count, 0e0) + 10e0)
                    as decimal(38, 8)
                )
            ) as double
        ) as expected_count

    from stage_pasts
    group by 1

),

forecasts as (

    select
        quarters_with_past.quarter_start_date,
        'pipeline' as method,
        expected_wins.expected_count
        + quarters_with_past.mean_new_won_count as expected_count,
        (
            expected_wins.expected_count
            + quarters_with_past.mean_new_won_count
        )
        * quarters_with_past.mean_deal_amount as expected_amount

    from quarters_with_past
    left join expected_wins
        on
            quarters_with_past.quarter_start_date
            = expected_wins.quarter_start_date

    union all

    select
        quarters_with_past.quarter_start_date,
        'last_year' as method,
        cast(quarters_with_past.last_year_won_count as double)
            as expected_count,
        cast(quarters_with_past.last_year_won_amount as double)
            as expected_amount

    from quarters_with_past

    union all

    select
        quarters_with_past.quarter_start_date,
        'mean_4_quarters' as method,
        quarters_with_past.mean_won_count as expected_count,
        quarters_with_past.mean_won_amount as expected_amount

    from quarters_with_past

),

forecasts_and_outcomes as (

    select
        forecasts.quarter_start_date,
        forecasts.method,
        quarters.open_count,
        forecasts.expected_count,
        forecasts.expected_amount,
        quarters.won_count,
        quarters.won_amount,
        quarters.is_complete,
        case
            when not quarters.is_complete then 'window_open'
            when quarters.open_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        quarters.as_of_date

    from forecasts
    inner join quarters
        on forecasts.quarter_start_date = quarters.quarter_start_date

)

select * from forecasts_and_outcomes
