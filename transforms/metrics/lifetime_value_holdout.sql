-- One row per method and tenth of the clients, largest forecast first: what was
-- forecast four horizons ago, and what was bought since.
--
-- grain    method, decile
-- key      method, decile
-- answers  Does lifetime value tell better than last year's sales who will buy?
--
-- Revenue before margin and discount, so that it can be compared. Equal
-- forecasts stand together, so a decile may be missing.

with

settings as (

    select * from meta.settings

),

base as (

    select * from metrics.churn_base

),

spends as (

    select * from metrics.expected_spends

),

horizons as (

    select * from metrics.purchase_horizons

),

late_returns as (

    select * from metrics.late_returns

),

-- What came back since the forecast was still last year's sales then.
returns_unknown_then as (

    select
        late_returns.client_id,
        sum(late_returns.amount) as amount

    from late_returns
    where
        late_returns.horizon_number between 4 and 7
        and late_returns.returned_horizon_number <= 3
    group by 1

),

amounts_around as (

    select
        horizons.client_id,
        sum(horizons.net_amount) filter (where horizons.horizon_number <= 3)
            as actual_amount,
        sum(horizons.net_amount) filter (
            where horizons.horizon_number between 4 and 7
        ) as last_year_amount

    from horizons
    group by 1

),

forecasts as (

    select
        base.client_id,
        'model' as method,
        spends.expected_order_count * spends.expected_order_amount
            as forecast_amount,
        cast(coalesce(amounts_around.actual_amount, 0) as double)
            as actual_amount

    from base
    inner join spends
        on base.cut_number = spends.cut_number
        and base.client_id = spends.client_id
        and spends.expected_order_count is not null
        and spends.expected_order_amount is not null
    left join amounts_around
        on base.client_id = amounts_around.client_id
    where base.cut_number = 4

    union all

    select
        base.client_id,
        'last_year' as method,
        cast(
            coalesce(amounts_around.last_year_amount, 0)
            + coalesce(returns_unknown_then.amount, 0) as double
        ) as forecast_amount,
        cast(coalesce(amounts_around.actual_amount, 0) as double)
            as actual_amount

    from base
    left join amounts_around
        on base.client_id = amounts_around.client_id
    left join returns_unknown_then
        on base.client_id = returns_unknown_then.client_id
    where base.cut_number = 4

),

histogram as (

    select
        forecasts.method,
        forecasts.forecast_amount,
        count(*) as client_count,
        sum(cast(forecasts.actual_amount as decimal(38, 4))) as actual_amount

    from forecasts
    group by 1, 2

),

ranked as (

    select
        histogram.method,
        histogram.forecast_amount,
        histogram.client_count,
        histogram.actual_amount,
        sum(histogram.client_count) over (
            partition by histogram.method
            order by histogram.forecast_amount desc nulls last
            rows between unbounded preceding and current row
        ) - histogram.client_count as clients_above,
        sum(histogram.client_count) over (partition by histogram.method)
            as all_client_count

    from histogram

),

in_deciles as (

    select
        ranked.method,
        cast(
            floor(
                cast(10 * ranked.clients_above as double)
                / nullif(cast(ranked.all_client_count as double), 0)
            ) as bigint
        ) + 1 as decile,
        ranked.client_count,
        ranked.forecast_amount,
        ranked.actual_amount

    from ranked

),

deciles as (

    select
        in_deciles.method,
        in_deciles.decile,
        cast(sum(in_deciles.client_count) as bigint) as client_count,
        cast(
            sum(
                cast(in_deciles.forecast_amount as decimal(38, 4))
                * in_deciles.client_count
            ) as decimal(38, 4)
        ) as forecast_amount,
        cast(sum(in_deciles.actual_amount) as decimal(38, 4)) as actual_amount

    from in_deciles
    group by 1, 2

),

deciles_with_length as (

    select
        deciles.method,
        deciles.decile,
        cast(4 * settings.churn_horizon_days as bigint) as holdout_days,
        deciles.client_count,
        deciles.forecast_amount,
        deciles.actual_amount,
        case when deciles.client_count < 30 then 'low_n' else 'ok' end
            as quality_flag

    from deciles
    cross join settings

)

select * from deciles_with_length
