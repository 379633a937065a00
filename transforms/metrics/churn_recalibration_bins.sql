-- One row per cut-off and level of the model's probability: what came of it.
--
-- grain    cut-off, twentieth of log-odds
-- key      cut_number, logit_bin
-- answers  Did the model promise too much?

with

base as (

    select * from metrics.churn_base

),

probabilities as (

    select * from metrics.churn_probabilities

),

clipped as (

    select
        probabilities.cut_number,
        case
            when probabilities.order_probability < 1e-6 then 1e-6
            when probabilities.order_probability > 0.999999e0 then 0.999999e0
            else probabilities.order_probability
        end as order_probability,
        case when base.later_purchase_count > 0 then 1 else 0 end as has_ordered

    from probabilities
    inner join base
        on probabilities.cut_number = base.cut_number
        and probabilities.client_id = base.client_id
    where probabilities.cut_number > 0

),

logits as (

    select
        clipped.cut_number,
        ln(clipped.order_probability / (1e0 - clipped.order_probability))
            as logit,
        clipped.has_ordered

    from clipped

),

bins as (

    select
        logits.cut_number,
        cast(floor(logits.logit * 20) as bigint) as logit_bin,
        cast(count(*) as bigint) as client_count,
        cast(sum(logits.has_ordered) as bigint) as ordered_client_count

    from logits
    group by 1, 2

)

select * from bins
