-- Regions add up to the forecast of the total, and months to its quarters.
-- Each series has one selected method per period.
-- severity error

with

forecast as (

    select * from metrics.forecast

),

regions_per_period as (

    select
        forecast.period,
        forecast.period_start_date,
        sum(forecast.forecast_amount) filter (
            where forecast.dimension in ('region', 'region_rest')
        ) as region_amount,
        sum(forecast.forecast_amount) filter (
            where forecast.dimension = 'total'
        ) as total_amount

    from forecast
    where
        forecast.is_selected
        and forecast.dimension in ('region', 'region_rest', 'total')
    group by 1, 2

),

periods_per_series as (

    select
        forecast.dimension,
        forecast.entity_id,
        forecast.period,
        forecast.period_start_date,
        sum(case when forecast.is_selected then 1 else 0 end) as selected_count

    from forecast
    group by 1, 2, 3, 4

),

faults as (

    select
        'total' as dimension,
        'all' as entity_id,
        regions_per_period.period,
        regions_per_period.period_start_date,
        regions_per_period.total_amount - regions_per_period.region_amount
            as difference

    from regions_per_period
    where
        abs(
            regions_per_period.total_amount - regions_per_period.region_amount
        ) > 0.01e0

    union all

    select
        periods_per_series.dimension,
        periods_per_series.entity_id,
        periods_per_series.period,
        periods_per_series.period_start_date,
        periods_per_series.selected_count as difference

    from periods_per_series
    where periods_per_series.selected_count <> 1

)

select * from faults
