-- One row per tenth of promised chance, and per stage: deals that were promised
-- about so much, out of time, and how many of them were won.
--
-- grain    tenth or stage
-- key      dimension, entity
-- answers  Is a chance of 40 % won in four of ten?
--
-- A deal counts in every stage it entered. Limits at 95 % by Wilson.

with

stage_probability_tests as (

    select * from metrics.stage_probability_tests

),

tests_with_bucket as (

    select
        stage_probability_tests.stage,
        case
            when stage_probability_tests.promised_probability >= 1 then 9e0
            else floor(stage_probability_tests.promised_probability * 10e0)
        end as bucket,
        stage_probability_tests.promised_probability,
        stage_probability_tests.deal_count,
        stage_probability_tests.won_count,
        stage_probability_tests.as_of_date

    from stage_probability_tests

),

groups as (

    select
        'tenth' as dimension,
        cast(
            cast(tests_with_bucket.bucket as integer) as varchar
        ) as entity,
        tests_with_bucket.as_of_date,
        sum(tests_with_bucket.deal_count) as deal_count,
        sum(tests_with_bucket.won_count) as won_count,
        cast(
            sum(
                cast(
                    tests_with_bucket.promised_probability
                    * tests_with_bucket.deal_count as decimal(38, 8)
                )
            ) as double
        ) as promised_count

    from tests_with_bucket
    group by 1, 2, 3

    union all

    select
        'stage' as dimension,
        tests_with_bucket.stage as entity,
        tests_with_bucket.as_of_date,
        sum(tests_with_bucket.deal_count) as deal_count,
        sum(tests_with_bucket.won_count) as won_count,
        cast(
            sum(
                cast(
                    tests_with_bucket.promised_probability
                    * tests_with_bucket.deal_count as decimal(38, 8)
                )
            ) as double
        ) as promised_count

    from tests_with_bucket
    group by 1, 2, 3

),

groups_with_spread as (

    select
        groups.dimension,
        groups.entity,
        groups.as_of_date,
        groups.deal_count,
        groups.won_count,
        groups.promised_count,
        cast(groups.deal_count as double) as deals,
        cast(groups.won_count as double) as won,
        1.959964e0 * sqrt(
            cast(
                groups.won_count * (groups.deal_count - groups.won_count)
                as double
            )
            / nullif(cast(groups.deal_count as double), 0)
            + 0.960364720324e0
        ) as spread

    from groups

),

calibration as (

    select
        groups_with_spread.dimension,
        groups_with_spread.entity,
        cast(groups_with_spread.deal_count as bigint) as deal_count,
        cast(groups_with_spread.won_count as bigint) as won_count,
        cast(groups_with_spread.promised_count as double)
        / nullif(groups_with_spread.deals, 0) as promised_probability,
        cast(groups_with_spread.won as double)
        / nullif(groups_with_spread.deals, 0) as win_rate,
        case
            when groups_with_spread.won = 0 then 0e0
            else cast(
                groups_with_spread.won + 1.920729440648e0
                - groups_with_spread.spread as double
            )
            / nullif(groups_with_spread.deals + 3.841458881296e0, 0)
        end as win_rate_low,
        case
            when groups_with_spread.won = groups_with_spread.deals then 1e0
            else cast(
                groups_with_spread.won + 1.920729440648e0
                + groups_with_spread.spread as double
            )
            / nullif(groups_with_spread.deals + 3.841458881296e0, 0)
        end as win_rate_high,
        case
            when groups_with_spread.deal_count < 30 then 'low_n'
            else 'ok'
        end as quality_flag,
        groups_with_spread.as_of_date

    from groups_with_spread

)

select * from calibration
