-- One row per back-test cut-off and method: how well the order it puts clients
-- in holds.
--
-- grain    cut-off, method
-- key      cut_number, method
-- answers  Does the model rank clients better than days since the last order?
--
-- Area under the curve counts ties half. The model's difference to recency and
-- its error are DeLong's, which is what a paired bootstrap over clients tends
-- to.

with

scores as (

    select * from metrics.churn_scores

),

ranks as (

    select * from metrics.churn_score_ranks

),

areas as (

    select
        ranks.cut_number,
        ranks.method,
        max(ranks.all_client_count) as client_count,
        max(ranks.all_ordered_count) as ordered_client_count,
        sum(
            cast(ranks.ordered_client_count as double) * (
                cast(
                    ranks.clients_below_count - ranks.ordered_below_count
                    as double
                )
                + cast(
                    ranks.client_count - ranks.ordered_client_count as double
                ) / 2
            )
        ) / nullif(
            max(cast(ranks.all_ordered_count as double)) * max(
                cast(
                    ranks.all_client_count - ranks.all_ordered_count as double
                )
            ),
            0
        ) as auc,
        cast(sum(cast(
            cast(ranks.ordered_client_count as double)
            * case
                when
                    ranks.all_client_count - ranks.clients_below_count
                    <= cast(ranks.all_client_count as double) / 10
                    then 1e0
                when
                    ranks.all_client_count - ranks.clients_below_count
                    - ranks.client_count
                    >= cast(ranks.all_client_count as double) / 10
                    then 0e0
                else
                    (
                        cast(ranks.all_client_count as double) / 10
                        - cast(
                            ranks.all_client_count - ranks.clients_below_count
                            - ranks.client_count as double
                        )
                    ) / nullif(cast(ranks.client_count as double), 0)
            end as decimal(38, 12)
        )) as double) / nullif(
            max(cast(ranks.all_ordered_count as double)) / 10, 0
        )
            as top_decile_lift

    from ranks
    group by 1, 2

),

placements as (

    select
        scores.cut_number,
        scores.has_ordered,
        case
            when scores.has_ordered
                then
                    (
                        cast(
                            model_ranks.clients_below_count
                            - model_ranks.ordered_below_count as double
                        ) + cast(
                            model_ranks.client_count
                            - model_ranks.ordered_client_count as double
                        ) / 2
                    ) - (
                        cast(
                            recency_ranks.clients_below_count
                            - recency_ranks.ordered_below_count as double
                        ) + cast(
                            recency_ranks.client_count
                            - recency_ranks.ordered_client_count as double
                        ) / 2
                    )
            else
                (
                    cast(recency_ranks.ordered_below_count as double)
                    + cast(recency_ranks.ordered_client_count as double) / 2
                ) - (
                    cast(model_ranks.ordered_below_count as double)
                    + cast(model_ranks.ordered_client_count as double) / 2
                )
        end / nullif(
            case
                when scores.has_ordered
                    then
                        cast(
                            model_ranks.all_client_count
                            - model_ranks.all_ordered_count as double
                        )
                else cast(model_ranks.all_ordered_count as double)
            end,
            0
        ) as placement_difference

    from scores
    inner join ranks as model_ranks
        on scores.cut_number = model_ranks.cut_number
        and model_ranks.method = 'model'
        and scores.order_probability = model_ranks.score
    inner join ranks as recency_ranks
        on scores.cut_number = recency_ranks.cut_number
        and recency_ranks.method = 'recency'
        and cast(-scores.days_since_last as double) = recency_ranks.score

),

placement_sums as (

    select
        placements.cut_number,
        placements.has_ordered,
        cast(count(*) as double) as client_count,
        cast(
            sum(cast(placements.placement_difference as decimal(38, 18)))
            as double
        ) as difference_sum,
        cast(
            sum(
                cast(
                    placements.placement_difference
                    * placements.placement_difference as decimal(38, 18)
                )
            ) as double
        ) as square_sum

    from placements
    group by 1, 2

),

placement_variances as (

    select
        placement_sums.cut_number,
        placement_sums.has_ordered,
        cast(placement_sums.difference_sum as double)
        / nullif(placement_sums.client_count, 0) as mean_difference,
        (
            placement_sums.square_sum
            - cast(placement_sums.difference_sum as double)
            * placement_sums.difference_sum
            / nullif(placement_sums.client_count, 0)
        )
        / nullif(placement_sums.client_count - 1e0, 0)
        / nullif(placement_sums.client_count, 0) as error_square

    from placement_sums

),

area_differences as (

    select
        hits.cut_number,
        hits.mean_difference as auc_difference,
        sqrt(
            case
                when hits.error_square + misses.error_square > 0
                    then hits.error_square + misses.error_square
                when hits.error_square is not null then 0e0
            end
        ) as auc_difference_error

    from placement_variances as hits
    inner join placement_variances as misses
        on hits.cut_number = misses.cut_number
        and not misses.has_ordered
    where hits.has_ordered

),

areas_compared as (

    select
        areas.cut_number,
        areas.method,
        areas.client_count,
        areas.ordered_client_count,
        areas.auc,
        area_differences.auc_difference,
        area_differences.auc_difference_error,
        areas.top_decile_lift

    from areas
    left join area_differences
        on areas.cut_number = area_differences.cut_number
        and areas.method = 'model'

)

select * from areas_compared
