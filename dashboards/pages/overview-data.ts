import type { AlertRow } from "../alerts.ts";
import type { Annotation } from "../components/annotations.ts";
import type { CheckTexts } from "../components/checks.ts";
import { type Daily, monthShare } from "../components/days.ts";
import type { ForecastMonth } from "../components/end-forecast.ts";
import type { LongList } from "../components/long-list.ts";
import { within } from "../components/monthly.ts";
import { isWithin, type Period, type Range } from "../components/period.ts";
import { divide, shareOf } from "../figures.ts";
import { planToDate } from "../plan.ts";
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
  readonly alerts: readonly AlertRow[];
  readonly annotations: readonly Annotation[];
  readonly forecast: readonly ForecastMonth[];
  readonly daily: Daily;
  /** Net sales of the days that periods of days are made of. */
  readonly daySales: LongList<DaySales>;
}

/** Net sales of a day, region and direction. */
export interface DaySales {
  readonly day: string;
  readonly region: string;
  readonly direction: string;
  readonly net_amount: number;
}

/** What is known of months, and of days too; in a period of days `month` is the day. */
export interface View {
  readonly kpi: readonly Pick<KpiRow, "month" | "net_amount" | "order_count" | "average_order_amount">[];
  readonly margins: readonly Pick<SalesRow, "month" | "margin_amount" | "costed_amount">[];
  readonly sales: readonly Pick<SalesRow, "month" | "region" | "direction" | "net_amount">[];
  readonly plan: readonly Plan[];
  readonly delivery: readonly Delivery[];
}

/** What a period shows: months as they are; of days the sales, and the plan of the month as far as its working days went. */
export function viewOf(data: Data, period: Period): View {
  const { kpi, plan, delivery } = data;
  if (period.unit === "month") return { kpi, margins: data.sales, sales: data.sales, plan, delivery };
  const days = data.daily.days.map((row) => ({
    ...row,
    month: row.day,
    due_month: row.day,
    average_order_amount: divide(row.order_amount, row.order_count),
  }));
  const sales = (data.daySales.rows ?? []).map((row) => ({ ...row, month: row.day }));
  return { kpi: days, margins: days, sales, plan: planOfDays(data, sales, period), delivery: days };
}

function planOfDays(data: Data, sales: View["sales"], period: Period): readonly Plan[] {
  const plan = data.plan.filter((row) => row.month === period.from && row.plan_amount !== null);
  const share = monthShare(data.daily.days, period.to);
  const has_region = plan[0]?.has_region;
  if (period.preset !== "mtd" || has_region === undefined || share === undefined) return [];
  return planToDate(plan, share, within(sales, period), (row) => ({
    month: period.from,
    has_region,
    region: has_region ? row.region : "all",
    plan_amount: null,
    actual_amount: row.net_amount,
  }));
}

/** Keeps the lines due in a range of months. */
export const dueWithin = (rows: readonly Delivery[], range: Range | undefined) =>
  range === undefined ? [] : rows.filter((row) => isWithin(row.due_month, range));

/** Complaints per 100 orders delivered. */
export function complaintRate(rows: readonly ComplaintRateRow[]): number | null {
  const share = shareOf(rows, "complaint_count", "delivered_order_count");
  return share === null ? null : share * 100;
}
