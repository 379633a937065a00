-- One row per back-test cut-off, method and value of its score: who stands
-- there, and how many stand below.
--
-- grain    cut-off, method, value
-- key      cut_number, method, score
-- answers  How well does a score part those who order from those who do not?
--
-- A higher score means an order is likelier: recency and the rule count the
-- other way round. Equal clients stand together.

with

scores as (

    select * from metrics.churn_scores

),

clients_per_score as (

    select
        scores.cut_number,
        'model' as method,
        scores.order_probability as score,
        count(*) as client_count,
        count(*) filter (where scores.has_ordered) as ordered_client_count

    from scores
    where scores.cut_number > 0 and scores.order_probability is not null
    group by 1, 3

    union all

    select
        scores.cut_number,
        'recency' as method,
        cast(-scores.days_since_last as double) as score,
        count(*) as client_count,
        count(*) filter (where scores.has_ordered) as ordered_client_count

    from scores
    where scores.cut_number > 0
    group by 1, 3

    union all

    select
        scores.cut_number,
        'frequency' as method,
        cast(scores.repeat_count as double) as score,
        count(*) as client_count,
        count(*) filter (where scores.has_ordered) as ordered_client_count

    from scores
    where scores.cut_number > 0
    group by 1, 3

    union all

    select
        scores.cut_number,
        'rule' as method,
        -scores.overdue_ratio as score,
        count(*) as client_count,
        count(*) filter (where scores.has_ordered) as ordered_client_count

    from scores
    where scores.cut_number > 0 and scores.overdue_ratio is not null
    group by 1, 3

    union all

    select
        scores.cut_number,
        'logistic' as method,
        scores.logistic_probability as score,
        count(*) as client_count,
        count(*) filter (where scores.has_ordered) as ordered_client_count

    from scores
    where scores.cut_number > 0 and scores.logistic_probability is not null
    group by 1, 3

    union all

    select
        scores.cut_number,
        'base_rate' as method,
        0e0 as score,
        count(*) as client_count,
        count(*) filter (where scores.has_ordered) as ordered_client_count

    from scores
    where scores.cut_number > 0
    group by 1

),

ranks as (

    select
        clients_per_score.cut_number,
        clients_per_score.method,
        clients_per_score.score,
        cast(clients_per_score.client_count as bigint) as client_count,
        cast(clients_per_score.ordered_client_count as bigint)
            as ordered_client_count,
        cast(
            sum(clients_per_score.client_count) over (
                partition by
                    clients_per_score.cut_number, clients_per_score.method
                order by clients_per_score.score nulls last
                rows between unbounded preceding and current row
            ) - clients_per_score.client_count as bigint
        ) as clients_below_count,
        cast(
            sum(clients_per_score.ordered_client_count) over (
                partition by
                    clients_per_score.cut_number, clients_per_score.method
                order by clients_per_score.score nulls last
                rows between unbounded preceding and current row
            ) - clients_per_score.ordered_client_count as bigint
        ) as ordered_below_count,
        cast(
            sum(clients_per_score.client_count) over (
                partition by
                    clients_per_score.cut_number, clients_per_score.method
            ) as bigint
        ) as all_client_count,
        cast(
            sum(clients_per_score.ordered_client_count) over (
                partition by
                    clients_per_score.cut_number, clients_per_score.method
            ) as bigint
        ) as all_ordered_count

    from clients_per_score

)

select * from ranks
