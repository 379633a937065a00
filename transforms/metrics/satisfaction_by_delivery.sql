-- One row per wave (or all of them, told by a flag), question and whether an
-- order line of the client was late shortly before it answered. The difference
-- of the means has the 95 % interval of Welch (1.96 standard errors; shown from
-- 30 answers on each side, and none where all answers are alike). It is no
-- effect of lateness alone: clients differ in other ways as well.
--
-- grain    wave, question, late before or not
-- key      is_total, wave, question, has_late_line
-- answers  Are clients whose goods came late less satisfied?

with

survey_responses as (

    select * from metrics.survey_responses

),

clock as (

    select * from meta.clock

),

responses as (

    select
        false as is_total,
        survey_responses.wave as wave,
        survey_responses.question,
        survey_responses.has_late_line,
        survey_responses.score,
        survey_responses.scale_min,
        survey_responses.scale_max

    from survey_responses
    where survey_responses.score is not null

    union all

    select
        true as is_total,
        'all' as wave,
        survey_responses.question,
        survey_responses.has_late_line,
        survey_responses.score,
        survey_responses.scale_min,
        survey_responses.scale_max

    from survey_responses
    where survey_responses.score is not null

),

figures as (

    select
        responses.is_total,
        responses.wave,
        responses.question,
        responses.has_late_line,
        cast(count(*) as bigint) as responded_count,
        cast(sum(cast(responses.score as decimal(18, 6))) as double)
            as score_sum,
        cast(
            sum(
                cast(responses.score * responses.score as decimal(18, 6))
            ) as double
        ) as score_squares,
        cast(
            count(*) filter (
                where responses.scale_max = 10 and responses.scale_min = 0
            ) as bigint
        ) as nps_scale_count,
        cast(count(*) filter (where responses.score >= 9) as bigint)
            as promoter_count,
        cast(count(*) filter (where responses.score <= 6) as bigint)
            as detractor_count

    from responses
    group by 1, 2, 3, 4

),

means as (

    select
        figures.is_total,
        figures.wave,
        figures.question,
        figures.has_late_line,
        figures.responded_count,
        cast(figures.score_sum as double)
        / nullif(cast(figures.responded_count as double), 0) as score_mean,
        case
            when figures.responded_count > 1
                then
                    abs(
                        figures.score_squares
                        - cast(figures.score_sum * figures.score_sum as double)
                        / nullif(cast(figures.responded_count as double), 0)
                    )
                    / nullif(cast(figures.responded_count - 1 as double), 0)
                    / nullif(cast(figures.responded_count as double), 0)
        end as squared_error,
        case
            when figures.nps_scale_count = figures.responded_count
                then
                    100e0
                    * cast(
                        figures.promoter_count
                        - figures.detractor_count as double
                    ) / nullif(cast(figures.responded_count as double), 0)
        end as nps

    from figures

),

means_compared as (

    select
        means.is_total,
        means.wave,
        means.question,
        means.has_late_line,
        means.responded_count,
        means.score_mean,
        means.nps,
        means.score_mean - others.score_mean as score_difference,
        nullif(
            1.959964e0 * sqrt(means.squared_error + others.squared_error), 0
        ) as margin,
        coalesce(others.responded_count, 0) as other_responded_count

    from means
    left join means as others
        on
            means.is_total = others.is_total
            and means.wave = others.wave
            and means.question = others.question
            and means.has_late_line <> others.has_late_line

),

means_with_limits as (

    select
        means_compared.is_total,
        means_compared.wave,
        means_compared.question,
        means_compared.has_late_line,
        means_compared.responded_count,
        means_compared.score_mean,
        means_compared.nps,
        means_compared.score_difference,
        means_compared.score_difference
        - means_compared.margin as score_difference_lower,
        means_compared.score_difference
        + means_compared.margin as score_difference_upper,
        case
            when
                means_compared.responded_count < 30
                or means_compared.other_responded_count < 30
                then 'low_n'
            else 'ok'
        end as quality_flag,
        clock.as_of_date

    from means_compared
    cross join clock

)

select * from means_with_limits
