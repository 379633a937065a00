import type { Dataset } from "../datasets.ts";

/** Days pages may show: those of the running month and of the thirteen before. */
const shownDays = `day >= (select cast(date_trunc('month', as_of_date) - interval '13' month as date) from meta.clock)`;

/**
 * Days the periods of days are made of: of the running month and the two before, and a year earlier with the week that
 * may lie before its month.
 */
const comparedDays = `(day >= (select cast(date_trunc('month', as_of_date) - interval '2' month as date) from meta.clock)
  or day between (select cast(date_trunc('month', as_of_date) - interval '13' month as date) from meta.clock)
    and (select cast(as_of_date - interval '355' day as date) from meta.clock))`;

/** What pages of sales, plans and the overview are drawn from. */
export const salesDatasets: readonly Dataset[] = [
  {
    name: "kpi",
    relation: "metrics.kpi_by_month",
    recount: ["metrics.kpi_by_month"],
    recountWithout: ["metrics.complaint_rate_by_month", "metrics.complaints_by_month"],
    columns: [
      "month",
      "net_amount",
      "plan_amount",
      "order_count",
      "active_client_count",
      "new_client_count",
      "average_order_amount",
      "is_complete",
    ],
    order: ["month"],
  },
  {
    name: "overview-sales",
    relation: "metrics.sales_by_month",
    columns: ["month", "region", "direction"],
    sums: ["net_amount", "margin_amount", "costed_amount"],
    order: ["month", "region", "direction"],
  },
  {
    name: "kpi-days",
    relation: "metrics.kpi_by_day",
    recount: ["metrics.kpi_by_day"],
    columns: [
      "day",
      "net_amount",
      "margin_amount",
      "costed_amount",
      "order_count",
      "order_amount",
      "working_days",
      "working_days_elapsed",
    ],
    where: shownDays,
    order: ["day"],
  },
  {
    name: "overview-days",
    relation: "metrics.sales_by_day",
    columns: ["day", "region", "direction"],
    sums: ["net_amount"],
    where: comparedDays,
    order: ["day", "region", "direction"],
  },
  {
    name: "sales-days",
    relation: "metrics.sales_by_day",
    columns: ["day", "region", "manager_id", "direction"],
    sums: ["net_amount", "margin_amount", "costed_amount"],
    where: comparedDays,
    order: ["day", "region", "manager_id", "direction"],
  },
  {
    name: "sales-trend-days",
    relation: "metrics.sales_by_day",
    columns: ["day", "region", "manager_id", "direction"],
    sums: ["net_amount"],
    where: shownDays,
    order: ["day", "region", "manager_id", "direction"],
  },
  {
    name: "forecast-months",
    relation: "metrics.forecast",
    columns: ["dimension", "entity_id", "period_start_date", "forecast_amount"],
    where: "is_selected and period = 'month' and dimension in ('total', 'region', 'direction')",
    order: ["dimension", "entity_id", "period_start_date"],
  },
  {
    name: "overview-plan",
    relation: "metrics.plan_vs_actual",
    columns: ["month", "has_region", "region"],
    sums: ["plan_amount", "actual_amount"],
    where: "is_total_grain",
    order: ["month", "has_region", "region"],
  },
  {
    name: "overview-delivery",
    relation: "metrics.otif_by_month",
    columns: ["due_month"],
    sums: ["lines_due_count", "on_time_count", "otif_count"],
    order: ["due_month"],
  },
  {
    name: "overview-movement",
    relation: "metrics.client_movement_by_month",
    columns: ["month"],
    sums: ["new_count", "won_back_count", "lost_count"],
    order: ["month"],
  },
  {
    name: "overview-receivables",
    relation: "metrics.receivables_by_month",
    columns: ["month", "dimension", "entity_id", "overdue_amount", "balance_amount"],
    where: "dimension in ('all', 'region')",
    order: ["dimension", "entity_id", "month"],
  },
  {
    name: "overview-nps",
    relation: "metrics.satisfaction_by_wave",
    columns: [
      "wave",
      "question",
      "dimension",
      "entity_id",
      "first_asked_date",
      "nps",
      "nps_lower",
      "nps_upper",
      "quality_flag",
    ],
    where: "dimension in ('all', 'region') and nps is not null",
    order: ["dimension", "entity_id", "first_asked_date", "wave", "question"],
  },
  {
    name: "sales",
    relation: "metrics.sales_by_month",
    columns: ["month", "region", "manager_id", "direction"],
    sums: ["net_amount", "margin_amount", "costed_amount"],
    order: ["month", "region", "manager_id", "direction"],
  },
  {
    name: "plan",
    relation: "metrics.plan_vs_actual",
    columns: [
      "month",
      "has_region",
      "has_manager",
      "has_direction",
      "region",
      "manager_id",
      "direction",
      "plan_amount",
      "actual_amount",
    ],
    where: "is_total_grain",
    order: ["month", "region", "manager_id", "direction"],
  },
  {
    name: "products",
    relation: "marts.products",
    isPublicToAll: true,
    columns: ["product_id", "name", "direction"],
    where: "product_id in (select product_id from metrics.product_abc_xyz)",
    order: ["product_id"],
  },
  {
    name: "product-abc",
    relation: "metrics.product_abc_xyz",
    recount: ["metrics.product_abc_xyz", "metrics.product_volume_by_month"],
    columns: [
      "product_id",
      "window_from_month",
      "window_to_month",
      "net_amount",
      "abc",
      "xyz",
      "coefficient_of_variation",
      "demand_type",
    ],
    order: ["net_amount desc", "product_id"],
  },
  {
    name: "managers",
    relation: "marts.managers",
    columns: ["manager_id", "name"],
    namedIn: ["metrics.sales_by_month", "marts.clients"],
    order: ["manager_id"],
  },
];
