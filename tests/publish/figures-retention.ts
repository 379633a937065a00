const cohorts =
  "(select cast(m as date) as cohort_month, row_number() over () as n from generate_series(date '2026-01-01', date '2026-09-01', interval 1 month) as g (m))";
const tenths = "(select range as t from range(1, 11)) as tenths";

/** Figures of the page retention: a company whose model passed its back-test, with 60 clients. */
export const retentionFigures: Readonly<Record<string, string>> = {
  "metrics.churn": `
    select 'c' || lpad(cast(n as varchar), 3, '0') as client_id, case when n % 5 = 0 then 'lapsed' when n % 3 = 0 then 'cooling' else 'active' end as status,
      'own' as gap_source, 30 as median_gap_days, n % 7 / 2.0 as overdue_ratio, n as days_since_last,
      n / 100.0 as churn_probability, 1 - n / 100.0 as order_probability, 'model' as probability_basis,
      100000.0 - 900 * n as recent_amount, (100000.0 - 900 * n) * n / 100 as amount_at_risk,
      n % 2 as complaint_count, 0.3 as late_line_share, 20 as average_payment_delay_days, 1000 * (n % 4) as overdue_amount
    from (select range as n from range(1, 61)) as clients`,
  "metrics.churn_by_status": `
    select status, count(*) as client_count, sum(recent_amount) as recent_amount, sum(amount_at_risk) as amount_at_risk
    from metrics.churn group by status`,
  "metrics.churn_gate": `
    select 'mbg' as model, 'model' as shown, 'passed' as reason, 3 as cut_off_count, 3 as model_pass_count,
      2 as better_than_recency_count, false as is_better_than_recency, 0.8 as model_auc, 0.79 as recency_auc, 1.7 as gap_regularity`,
  "metrics.churn_rule": `
    select 1.5 as active_ratio, 3 as lapsed_ratio, 'backtest' as lapsed_basis, 365 as lapsed_after_days, 0.91 as lapsed_precision`,
  "metrics.churn_backtest": `
    select cut as cut_number, method, date '2026-10-12' - cast(91 * cut as integer) as cut_date, 91 as horizon_days, 60 as client_count,
      0.4 as order_rate, 0.7 + 0.02 * cut as auc, case when method = 'model' then 0.01 end as auc_difference,
      0.2 as brier_skill, 0.03 as expected_calibration_error, 30 as actual_order_count
    from (values (1), (2), (3)) as cuts (cut) cross join (values ('model'), ('recency'), ('base_rate')) as methods (method)`,
  "metrics.churn_calibration": `
    select 1 as cut_number, 'model' as variant, t as bin, 6 as client_count, t / 11.0 as mean_probability,
      t / 10.5 as order_rate, t / 10.5 - 0.05 as order_rate_low, least(1, t / 10.5 + 0.05) as order_rate_high
    from ${tenths}`,
  "metrics.cohort_retention": `
    select cohort_month, k as month_number, 40 as cohort_size, true as is_complete, 40 // (k + 1) as active_count,
      1 / (k + 1) as retention_rate, 1 - 1 / (k + 1) as cumulative_repeat_rate, 0.9 as rolling_retention_rate,
      1 / (k + 1) as revenue_retention_rate
    from ${cohorts} cross join (select range as k from range(0, 9)) as months where n + k <= 9`,
  "metrics.retention_curve": `
    select k as month_number, 9 - k as cohort_count, 40 * (9 - k) as client_count, 1 / (k + 1) as retention_rate,
      0.9 / (k + 1) as retention_low, least(1, 1.1 / (k + 1)) as retention_high, 1 - 1 / (k + 1) as cumulative_repeat_rate
    from (select range as k from range(0, 9)) as months`,
  "metrics.second_order_curve": `
    select d as day_number, 400 - d as at_risk_count, 1 as second_order_count, d / 400.0 as returned_share,
      d / 420.0 as returned_share_low, d / 390.0 as returned_share_high
    from (select range as d from range(1, 300, 7)) as days`,
  "metrics.lifetime_value_deciles": `
    select t as value_decile, 'margin' as basis, 12 as horizon_months, 0.15 as annual_discount, 6 as client_count,
      60000 / t as value_amount, 0.3 / t as value_share, 100000 as historic_amount
    from ${tenths}`,
  "metrics.client_lifetime_value":
    "select client_id, 1 as value_rank, recent_amount / 2 as value_amount from metrics.churn",
  "metrics.lifetime_value_holdout": `
    select method, t as decile, 364 as holdout_days, 6 as client_count, 50000 / t as forecast_amount, 52000 / t as actual_amount
    from ${tenths} cross join (values ('model'), ('last_year')) as methods (method)`,
};
