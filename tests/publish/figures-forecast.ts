const ahead =
  "(select cast(m as date) as month, row_number() over () as h from generate_series(date '2026-10-01', date '2027-09-01', interval 1 month) as g (m))";
const past =
  "(select cast(m as date) as month, row_number() over () as n from generate_series(date '2025-01-01', date '2026-09-01', interval 1 month) as g (m))";
const series =
  "(values ('total', 'all', 2.0), ('region', 'North', 1.2), ('region', 'unknown', 0.8)) as series (dimension, entity_id, size)";

/** Figures of the page forecast: a company with a tested forecast, open, stale and lost deals. */
export const forecastFigures: Readonly<Record<string, string>> = {
  "metrics.forecast_series": `
    select dimension, entity_id, month, size * (1000000 + 10000 * n) as net_amount from ${past} cross join ${series}`,
  "metrics.forecast": `
    select dimension, entity_id, method, 'month' as period, month as period_start_date, size * 1200000 as forecast_amount,
      size * (1150000 - 10000 * h) as low95_amount, size * (1250000 + 10000 * h) as high95_amount, 0.8 as mase, 0.06 as wape, 0.01 as bias,
      0.94 as coverage95, 8 as backtest_origin_count, method = case dimension when 'total' then 'bottom_up' else 'theta' end as is_selected
    from ${ahead} cross join ${series} cross join (values ('theta'), ('bottom_up')) as methods (method)
    where dimension = 'total' or method = 'theta'
    union all by name
    select dimension, entity_id, case dimension when 'total' then 'bottom_up' else 'theta' end as method, 'quarter' as period,
      month as period_start_date, size * 3600000 as forecast_amount, size * 3400000 as low95_amount, size * 3800000 as high95_amount,
      12345 as difference_amount, 0.8 as mase, 0.06 as wape, true as is_selected
    from ${ahead} cross join ${series} where h % 3 = 1`,
  "metrics.pipeline": `
    select true as is_total, 'all' as manager_id, close_quarter, 12 as open_count, 900000 as open_amount, 300000 as weighted_amount, 200000 as weighted_lower_amount,
      400000 as weighted_upper_amount, 350000 as manual_weighted_amount, 0.2 as largest_share, 3 as stale_count, 90000 as stale_amount,
      0.25 as win_rate_count, 42.5 as cycle_days_p50, 5000.5 as velocity_per_day
    from (values ('all'), ('2026-10-01'), ('unknown')) as quarters (close_quarter)`,
  "metrics.deal_stages": `
    select stage, n as stage_number, 100 as entry_count, 20 * n as won_count, 0.2 * n as win_probability, 10 as stay_days_p50, 4 as open_count
    from (values ('Lead', 1), ('Offer & talks', 2)) as stages (stage, n)`,
  "metrics.open_deals": `
    select 'd' || n as deal_id, 'Deal ' || n as name, 'c001' as client_id, 'm1' as manager_id, 'Lead' as stage, 30000 as amount,
      date '2026-09-01' as expected_close_date, 40 as idle_days, true as is_stale, 'both' as stale_reason
    from (values (1), (2), (3)) as deals (n)`,
  "metrics.win_rates": `
    select basis, month as quarter_start_date, 40 as deal_count, 10 as won_count, 30 as lost_count, 0.25 as win_rate_count, 0.3 as win_rate_value
    from ${past} cross join (values ('closed'), ('opened')) as bases (basis) where n % 3 = 1`,
  "metrics.lost_deals": `
    select lost_reason, competitor, 30 as lost_count, 90000 as lost_amount, 0.5 as lost_count_share
    from (values ('Price', 'Rival'), ('unknown', 'unknown')) as losses (lost_reason, competitor)`,
  "metrics.pipeline_backtest": `
    select date '2026-07-01' as quarter_start_date, method, 30 as open_count, 9.5 as expected_count, 10 as won_count, true as is_complete
    from (values ('pipeline'), ('last_year'), ('mean_4_quarters')) as methods (method)`,
  "metrics.pipeline_backtest_scores": `
    select method, 4 as quarter_count, 0.1 as count_wape
    from (values ('pipeline'), ('last_year'), ('mean_4_quarters')) as methods (method)`,
  "metrics.sales_bridge": `
    select dimension, entity_id, 'last_12_months' as window_name, date '2025-10-01' as from_month, date '2026-09-01' as to_month,
      1000 as previous_amount, 60 as price_amount, -20 as volume_amount, 5 as mix_amount, 40 as new_product_amount, -10 as lost_product_amount,
      0 as other_amount, -5 as return_amount, 1070 as amount, 70 as gap_amount from ${series}`,
  "metrics.manager_profit": `
    select 'm' || m as manager_id, date '2025-10-01' as from_month, date '2026-09-01' as to_month, 40 * m as order_count, 12 as client_count,
      1000 * m as net_amount, 0.02 as return_rate, 0.05 as discount_rate, 10 as leak_amount, 250 as margin_amount, 0.2 + m / 100.0 as margin_rate
    from (values (1), (2), (3)) as managers (m)`,
};
