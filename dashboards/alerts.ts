/** What an alert may watch (metrics.alert_values): how it is written, the page that explains it, and what it can be split by. */
export const alertMeasures = [
  { name: "net_sales", unit: "money", page: "sales", splits: ["region", "manager"] },
  { name: "plan_attainment", unit: "share", page: "sales", splits: ["region", "manager"] },
  { name: "margin_rate", unit: "share", page: "sales", splits: ["region", "manager"] },
  { name: "order_count", unit: "count", page: "sales", splits: [] },
  { name: "average_order", unit: "money", page: "sales", splits: [] },
  { name: "active_clients", unit: "count", page: "clients", splits: [] },
  { name: "new_clients", unit: "count", page: "clients", splits: ["region", "manager"] },
  { name: "lost_clients", unit: "count", page: "clients", splits: ["region", "manager"] },
  { name: "on_time_rate", unit: "share", page: "delivery", splits: ["region", "manager"] },
  { name: "otif_rate", unit: "share", page: "delivery", splits: ["region", "manager"] },
  { name: "complaints_per_100_orders", unit: "ratio", page: "complaints", splits: ["region", "manager"] },
  { name: "overdue_amount", unit: "money", page: "payments", splits: ["region", "manager"] },
  { name: "dso_days", unit: "days", page: "payments", splits: ["region", "manager"] },
  { name: "contact_coverage", unit: "share", page: "activity", splits: ["manager"] },
  { name: "pipeline_weighted", unit: "money", page: "forecast", splits: ["manager"] },
  { name: "nps", unit: "points", page: "satisfaction", splits: ["region", "manager"] },
] as const;

export type AlertMeasure = (typeof alertMeasures)[number];
export type AlertMeasureName = AlertMeasure["name"];

/** Names of all measures that may be watched. */
export const alertMeasureNames = alertMeasures.map(({ name }) => name) as [AlertMeasureName, ...AlertMeasureName[]];

/** When an alert is raised; `missing`: when there is no figure. */
export const alertRules = ["above", "below", "rises", "falls", "changes", "missing"] as const;
export type AlertRule = (typeof alertRules)[number];

export type AlertState = "raised" | "ok" | "unknown";

/** A row of the dataset `alerts` (metrics.alerts). */
export interface AlertRow {
  readonly position: number;
  readonly alert_name: string;
  readonly measure: AlertMeasureName;
  readonly dimension: "company" | "region" | "manager";
  readonly entity_id: string;
  readonly entity_name: string | null;
  readonly rule: AlertRule;
  readonly limit_value: number | null;
  readonly severity: "warning" | "critical";
  readonly period_date: string | null;
  readonly value: number | null;
  readonly compared_period_date: string | null;
  readonly change_share: number | null;
  readonly state: AlertState;
  readonly since_date: string | null;
  readonly quality_flag: string;
}

/** Finds what is known of a measure. */
export function measureOf(name: AlertMeasureName): AlertMeasure {
  return alertMeasures.find((measure) => measure.name === name) ?? alertMeasures[0];
}

/** Lists alerts that ask for attention: those past their limit, then those without a figure; the gravest first, in the order of the settings, the farthest beyond the limit first. */
export function alertsToTell<Row extends Told>(rows: readonly Row[]): readonly Row[] {
  return gravestFirst(rows.filter(({ state }) => state !== "ok"));
}

/** Sorts alerts so, those within their limit last. */
export function gravestFirst<Row extends Told>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort(
    (left, right) =>
      weightOf(left) - weightOf(right) || left.position - right.position || excessOf(right) - excessOf(left),
  );
}

type Told = Pick<AlertRow, "state" | "severity" | "position" | "value" | "limit_value" | "change_share">;

function weightOf({ state, severity }: Told): number {
  if (state === "raised") return severity === "critical" ? 0 : 1;
  return state === "unknown" ? 2 : 3;
}

/** How far a figure, or its change, lies from the limit; of one alert, all lie on the same side. */
function excessOf({ value, limit_value, change_share }: Told): number {
  if (change_share !== null) return Math.abs(change_share);
  return value === null || limit_value === null ? 0 : Math.abs(value - limit_value);
}
