-- Every client asked is counted once in each dimension of satisfaction.
-- severity error

with

satisfaction_by_wave as (

    select * from metrics.satisfaction_by_wave

),

survey_responses as (

    select * from metrics.survey_responses

),

totals_by_dimension as (

    select
        satisfaction_by_wave.dimension,
        cast(sum(satisfaction_by_wave.invited_count) as bigint)
            as invited_count,
        cast(sum(satisfaction_by_wave.responded_count) as bigint)
            as responded_count

    from satisfaction_by_wave
    group by 1

),

totals as (

    select
        cast(count(*) as bigint) as invited_count,
        cast(count(survey_responses.score) as bigint) as responded_count

    from survey_responses

),

totals_that_differ as (

    select
        totals_by_dimension.dimension,
        totals_by_dimension.invited_count,
        totals.invited_count as expected_invited_count,
        totals_by_dimension.responded_count,
        totals.responded_count as expected_responded_count

    from totals_by_dimension
    cross join totals
    where
        totals_by_dimension.invited_count <> totals.invited_count
        or totals_by_dimension.responded_count <> totals.responded_count

)

select * from totals_that_differ
