import type { Annotation } from "../components/annotations.ts";
import type { CheckTexts } from "../components/checks.ts";
import { isWithin, type MonthRange } from "../components/period.ts";
import { shareOf } from "../figures.ts";
import type { ComplaintRateRow, DeliveryRow, KpiRow, PlanRow, SalesRow } from "../rows.ts";

/** Rows of the overview: company-wide, so that the page stays light. */
export type Sales = Omit<SalesRow, "manager_id">;
export type Plan = Omit<PlanRow, "has_manager" | "has_direction" | "manager_id" | "direction">;
export type Delivery = Omit<DeliveryRow, "region" | "manager_id" | "carrier" | "in_full_count" | "undelivered_count">;

/** Clients who came, returned and went in a complete month. */
export interface Movement {
  readonly month: string;
  readonly new_count: number;
  readonly won_back_count: number;
  readonly lost_count: number;
}

/** What clients, all or of a region, owe at the end of a month. */
export interface Receivable {
  readonly month: string;
  readonly dimension: string;
  readonly overdue_amount: number;
  readonly balance_amount: number;
}

/** What clients, all or of a region, answered to a question of recommendation in a wave. */
export interface Wave {
  readonly wave: string;
  readonly dimension: string;
  readonly question: string;
  readonly first_asked_date: string | null;
  readonly nps: number;
  readonly nps_lower: number | null;
  readonly nps_upper: number | null;
  readonly quality_flag: string;
}

/** Everything the overview is drawn from. */
export interface Data {
  readonly kpi: readonly KpiRow[];
  readonly sales: readonly Sales[];
  readonly plan: readonly Plan[];
  readonly delivery: readonly Delivery[];
  readonly complaints: readonly ComplaintRateRow[];
  readonly movement: readonly Movement[];
  readonly receivables: readonly Receivable[];
  readonly waves: readonly Wave[];
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
