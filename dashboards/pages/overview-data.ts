import type { Annotation } from "../components/annotations.ts";
import type { CheckTexts } from "../components/checks.ts";
import { isWithin, type MonthRange } from "../components/period.ts";
import { shareOf } from "../figures.ts";
import type { ComplaintRateRow, DeliveryRow, KpiRow, PlanRow, SalesRow } from "../rows.ts";

/** Rows of the overview: company-wide, so that the page stays light. */
export type Sales = Omit<SalesRow, "manager_id">;
export type Plan = Omit<PlanRow, "has_manager" | "has_direction" | "manager_id" | "direction">;
export type Delivery = Omit<DeliveryRow, "region" | "manager_id" | "carrier" | "in_full_count" | "undelivered_count">;

/** Everything the overview is drawn from. */
export interface Data {
  readonly kpi: readonly KpiRow[];
  readonly sales: readonly Sales[];
  readonly plan: readonly Plan[];
  readonly delivery: readonly Delivery[];
  readonly complaints: readonly ComplaintRateRow[];
  readonly checks: CheckTexts;
  readonly annotations: readonly Annotation[];
}

/** Keeps the lines due in a range of months. */
export const dueWithin = (rows: readonly Delivery[], range: MonthRange | undefined) =>
  range === undefined ? [] : rows.filter((row) => isWithin(row.due_month, range));

/** Complaints per 100 orders delivered. */
export function complaintRate(rows: readonly ComplaintRateRow[]): number | null {
  const share = shareOf(rows, "complaint_count", "delivered_order_count");
  return share === null ? null : share * 100;
}
