-- One row per client that ever bought: what its orders of the coming months are
-- worth today.
--
-- grain    client
-- key      client_id
-- answers  Which clients will be worth most? What is our client base worth?
--
-- Expected orders of each month, discounted from its middle, times the expected
-- worth of an order, times the margin rate where margin is the basis. Future
-- orders only: what was bought stands apart, what it cost to win a client is
-- not in it.

with

clock as (

    select * from meta.clock

),

settings as (

    select * from meta.settings

),

model_versions as (

    select * from meta.model_versions

),

base as (

    select * from metrics.churn_base

),

spends as (

    select * from metrics.expected_spends

),

fits as (

    select * from metrics.churn_fits

),

cohort_fits as (

    select * from metrics.churn_cohort_fits

),

orders as (

    select * from marts.orders

),

margins_per_client as (

    select
        orders.client_id,
        sum(orders.margin_amount) as margin_amount,
        sum(orders.net_amount) as net_amount

    from orders
    where orders.is_valid and orders.margin_amount is not null
    group by 1

),

margin_of_all as (

    select
        cast(sum(margins_per_client.margin_amount) as double)
        / nullif(cast(sum(margins_per_client.net_amount) as double), 0)
            as margin_rate

    from margins_per_client

),

fit_flags as (

    select
        max(fits.quality_flag) as quality_flag,
        max(case when fits.r is not null then fits.client_count end)
            as client_count

    from fits
    where fits.cut_number = 0 and fits.is_chosen

),

values_per_client as (

    select
        base.client_id,
        clock.as_of_date,
        base.repeat_count,
        base.net_amount as historic_amount,
        spends.expected_order_amount,
        spends.expected_order_count,
        spends.discounted_order_count,
        spends.last_year_share,
        case
            when
                settings.lifetime_value_basis = 'margin'
                and margin_of_all.margin_rate is not null
                then 'margin'
            else 'revenue'
        end as basis,
        coalesce(
            cast(margins_per_client.margin_amount as double)
            / nullif(cast(margins_per_client.net_amount as double), 0),
            margin_of_all.margin_rate
        ) as margin_rate,
        case
            when margins_per_client.net_amount > 0 then 'own'
            when margin_of_all.margin_rate is not null then 'population'
            else 'unknown'
        end as margin_source,
        settings.lifetime_value_horizon_months as horizon_months,
        settings.lifetime_value_annual_discount as annual_discount,
        model_versions.model_version,
        coalesce(cohort_fits.client_count, fit_flags.client_count)
            as fitted_client_count,
        case
            when cohort_fits.client_count is not null then spends.spend_flag
            when coalesce(fit_flags.quality_flag, 'fallback') <> 'ok'
                then coalesce(fit_flags.quality_flag, 'fallback')
            else spends.spend_flag
        end as quality_flag

    from base
    cross join clock
    cross join settings
    cross join margin_of_all
    cross join fit_flags
    left join model_versions
        on model_versions.relation = 'metrics.client_lifetime_value'
    left join cohort_fits
        on base.cut_number = cohort_fits.cut_number
        and base.cohort_year = cohort_fits.cohort_year
        and cohort_fits.is_own
    left join spends
        on base.client_id = spends.client_id
        and spends.cut_number = 0
    left join margins_per_client
        on base.client_id = margins_per_client.client_id
    where base.cut_number = 0

),

values_in_money as (

    select
        values_per_client.client_id,
        values_per_client.as_of_date,
        values_per_client.repeat_count,
        values_per_client.historic_amount,
        cast(values_per_client.expected_order_amount as decimal(38, 4))
            as expected_order_amount,
        values_per_client.expected_order_count,
        values_per_client.discounted_order_count,
        values_per_client.last_year_share,
        values_per_client.basis,
        values_per_client.margin_rate,
        values_per_client.margin_source,
        cast(
            values_per_client.expected_order_amount
            * values_per_client.discounted_order_count
            * case
                when values_per_client.basis = 'margin'
                    then values_per_client.margin_rate
                else 1e0
            end as decimal(38, 4)
        ) as value_amount,
        values_per_client.horizon_months,
        values_per_client.annual_discount,
        values_per_client.model_version,
        values_per_client.fitted_client_count,
        values_per_client.quality_flag

    from values_per_client

),

histogram as (

    select
        values_in_money.value_amount,
        count(*) as client_count,
        sum(values_in_money.value_amount) as group_amount

    from values_in_money
    where values_in_money.value_amount is not null
    group by 1

),

ranked_amounts as (

    select
        histogram.value_amount,
        sum(histogram.client_count) over (
            order by histogram.value_amount desc nulls last
            rows between unbounded preceding and current row
        ) - histogram.client_count + 1 as value_rank,
        sum(histogram.client_count) over () as all_client_count,
        sum(
            case
                when histogram.value_amount > 0 then histogram.group_amount
            end
        ) over () as positive_amount

    from histogram

),

lifetime_values as (

    select
        values_in_money.client_id,
        values_in_money.as_of_date,
        values_in_money.repeat_count,
        values_in_money.historic_amount,
        values_in_money.expected_order_amount,
        values_in_money.expected_order_count,
        values_in_money.discounted_order_count,
        values_in_money.last_year_share,
        values_in_money.basis,
        values_in_money.margin_rate,
        values_in_money.margin_source,
        values_in_money.value_amount,
        cast(ranked_amounts.value_rank as bigint) as value_rank,
        cast(
            floor(
                cast(10 * (ranked_amounts.value_rank - 1) as double)
                / nullif(cast(ranked_amounts.all_client_count as double), 0)
            ) as bigint
        ) + 1 as value_decile,
        case
            when values_in_money.value_amount >= 0
                then
                    cast(values_in_money.value_amount as double)
                    / nullif(cast(ranked_amounts.positive_amount as double), 0)
        end as value_share,
        values_in_money.horizon_months,
        values_in_money.annual_discount,
        values_in_money.model_version,
        values_in_money.fitted_client_count,
        values_in_money.quality_flag

    from values_in_money
    left join ranked_amounts
        on values_in_money.value_amount = ranked_amounts.value_amount

)

select * from lifetime_values
