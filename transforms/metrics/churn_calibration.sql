-- One row per back-test cut-off, variant and tenth of the clients: what was
-- promised and what came.
--
-- grain    cut-off, variant of the probability, bin
-- key      cut_number, variant, bin
-- answers  Do as many clients order as the model says?
--
-- Tenths of clients by the model's probability, equal clients together, so a
-- bin may be missing or larger. Recalibration keeps the order, hence the bins.
-- Limits are Wilson's at 95 %.

with

scores as (

    select * from metrics.churn_scores

),

ranks as (

    select * from metrics.churn_score_ranks

),

bins_of_scores as (

    select
        ranks.cut_number,
        ranks.score,
        cast(
            floor(
                cast(10 * ranks.clients_below_count as double)
                / nullif(cast(ranks.all_client_count as double), 0)
            ) as bigint
        ) + 1 as bin

    from ranks
    where ranks.method = 'model'

),

scores_in_bins as (

    select
        bins_of_scores.cut_number,
        'model' as variant,
        bins_of_scores.bin,
        scores.order_probability as probability,
        scores.has_ordered

    from scores
    inner join bins_of_scores
        on scores.cut_number = bins_of_scores.cut_number
        and scores.order_probability = bins_of_scores.score

    union all

    select
        bins_of_scores.cut_number,
        'recalibrated' as variant,
        bins_of_scores.bin,
        scores.recalibrated_probability as probability,
        scores.has_ordered

    from scores
    inner join bins_of_scores
        on scores.cut_number = bins_of_scores.cut_number
        and scores.order_probability = bins_of_scores.score
    where scores.recalibrated_probability is not null

),

bins as (

    select
        scores_in_bins.cut_number,
        scores_in_bins.variant,
        scores_in_bins.bin,
        count(*) as client_count,
        cast(
            sum(cast(scores_in_bins.probability as decimal(38, 18))) as double
        ) / nullif(cast(count(*) as double), 0) as mean_probability,
        min(scores_in_bins.probability) as lowest_probability,
        max(scores_in_bins.probability) as highest_probability,
        count(*) filter (where scores_in_bins.has_ordered)
            as ordered_client_count

    from scores_in_bins
    group by 1, 2, 3

),

rates as (

    select
        bins.cut_number,
        bins.variant,
        bins.bin,
        cast(bins.client_count as double) as clients,
        bins.mean_probability,
        bins.lowest_probability,
        bins.highest_probability,
        bins.ordered_client_count,
        cast(bins.ordered_client_count as double)
        / nullif(cast(bins.client_count as double), 0) as order_rate

    from bins

),

calibration as (

    select
        rates.cut_number,
        rates.variant,
        rates.bin,
        cast(floor(rates.clients) as bigint) as client_count,
        rates.mean_probability,
        rates.lowest_probability,
        rates.highest_probability,
        cast(rates.ordered_client_count as bigint) as ordered_client_count,
        rates.order_rate,
        (
            rates.order_rate + 3.841458881296e0 / (2 * rates.clients)
            - 1.959964e0 * sqrt(
                rates.order_rate * (1e0 - rates.order_rate)
                / nullif(rates.clients, 0)
                + 3.841458881296e0 / (4 * rates.clients * rates.clients)
            )
        ) / (1 + 3.841458881296e0 / nullif(rates.clients, 0)) as order_rate_low,
        (
            rates.order_rate + 3.841458881296e0 / (2 * rates.clients)
            + 1.959964e0 * sqrt(
                rates.order_rate * (1e0 - rates.order_rate)
                / nullif(rates.clients, 0)
                + 3.841458881296e0 / (4 * rates.clients * rates.clients)
            )
        ) / (1 + 3.841458881296e0 / nullif(rates.clients, 0))
            as order_rate_high,
        rates.mean_probability - rates.order_rate as difference

    from rates

)

select * from calibration
