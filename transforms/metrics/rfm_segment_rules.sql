-- One row per pair of recency and FM score: the segment it makes.
--
-- grain    recency score, FM score
-- key      recency_score, fm_score
-- answers  Which scores make which segment?

with

numbers as (

    select * from meta.numbers

),

scores as (

    select cast(numbers.n as bigint) as score

    from numbers
    where numbers.n between 1 and 5

),

segment_rules as (

    select
        recency_scores.score as recency_score,
        fm_scores.score as fm_score,
        case
            when recency_scores.score = 5 and fm_scores.score >= 4
                then 'champions'
            when recency_scores.score >= 3 and fm_scores.score >= 4
                then 'loyal'
            when recency_scores.score >= 4 and fm_scores.score >= 2
                then 'potential_loyalist'
            when recency_scores.score = 5 then 'new'
            when recency_scores.score = 4 then 'promising'
            when recency_scores.score = 3 and fm_scores.score = 3
                then 'needs_attention'
            when recency_scores.score = 3 then 'about_to_sleep'
            when fm_scores.score = 5 then 'cannot_lose'
            when fm_scores.score >= 3 then 'at_risk'
            else 'hibernating'
        end as segment

    from scores as recency_scores
    cross join scores as fm_scores

)

select * from segment_rules
