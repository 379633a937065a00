-- One row per series, month of sales and later month in which some of it came
-- back. A return takes revenue back from the month of its order; whoever
-- forecast at the end of a month between the two did not know of it.
--
-- grain    dimension, entity, month, month of return
-- key      dimension, entity_id, month, return_month
-- answers  What of past months was not known when forecasts are tested there?

with

returns as (

    select * from marts.returns

),

forecast_series as (

    select * from metrics.forecast_series

),

late_returns as (

    select
        returns.region,
        returns.direction,
        returns.sales_month as month,
        returns.return_month,
        cast(sum(returns.amount) as decimal(38, 4)) as amount

    from returns
    where
        returns.is_counted
        and returns.amount is not null
        and returns.return_month > returns.sales_month
    group by 1, 2, 3, 4

),

series as (

    select
        forecast_series.dimension,
        forecast_series.entity_id

    from forecast_series
    group by 1, 2

),

late_returns_per_series as (

    select
        'total' as dimension,
        'all' as entity_id,
        late_returns.month,
        late_returns.return_month,
        late_returns.amount

    from late_returns

    union all

    select
        coalesce(series.dimension, 'region_rest') as dimension,
        coalesce(series.entity_id, 'all') as entity_id,
        late_returns.month,
        late_returns.return_month,
        late_returns.amount

    from late_returns
    left join series
        on
            series.dimension = 'region'
            and late_returns.region = series.entity_id

    union all

    select
        coalesce(series.dimension, 'direction_rest') as dimension,
        coalesce(series.entity_id, 'all') as entity_id,
        late_returns.month,
        late_returns.return_month,
        late_returns.amount

    from late_returns
    left join series
        on
            series.dimension = 'direction'
            and late_returns.direction = series.entity_id

),

late_returns_added_up as (

    select
        late_returns_per_series.dimension,
        late_returns_per_series.entity_id,
        late_returns_per_series.month,
        late_returns_per_series.return_month,
        cast(sum(late_returns_per_series.amount) as decimal(38, 4)) as amount

    from late_returns_per_series
    group by 1, 2, 3, 4

)

select * from late_returns_added_up
