import { groupBy, sumOf } from "./figures.ts";
import type { PlanRow } from "./rows.ts";

/** Actual against plan of some rows; months without any plan are left out of both. */
export interface Attainment {
  readonly plan: number;
  readonly actual: number;
  readonly gap: number;
  /** Actual over plan: from sums, never from an average of attainments. */
  readonly rate: number;
  readonly months: number;
}

/** Works out plan attainment; undefined where nothing above zero was planned. */
export function attainmentOf(
  rows: readonly Pick<PlanRow, "month" | "plan_amount" | "actual_amount">[],
): Attainment | undefined {
  const planned = [...groupBy(rows, (row) => row.month).values()].filter((month) =>
    month.some((row) => row.plan_amount !== null),
  );
  const all = planned.flat();
  const plan = sumOf(all, (row) => row.plan_amount);
  const actual = sumOf(all, (row) => row.actual_amount);
  if (plan <= 0) return undefined;
  return { plan, actual, gap: actual - plan, rate: actual / plan, months: planned.length };
}

/**
 * The plan of a month as far as its working days are over, beside the sales of its days: the share of the plan is that of
 * `plan_to_date_amount`, told to any day.
 */
export function planToDate<Row extends Pick<PlanRow, "month" | "plan_amount" | "actual_amount">, Sale>(
  plan: readonly Row[],
  share: number,
  sales: readonly Sale[],
  asPlan: (sale: Sale) => Row,
): readonly Row[] {
  const begun = plan.map((row) => ({
    ...row,
    plan_amount: row.plan_amount === null ? null : row.plan_amount * share,
    actual_amount: 0,
  }));
  return [...begun, ...sales.map(asPlan)];
}

/** Leaves a dimension empty where the plan does not split by it: what the rows call it there may be the name of one. */
export function namesOfPlan(row: PlanRow): PlanRow {
  return {
    ...row,
    region: row.has_region ? row.region : "",
    manager_id: row.has_manager ? row.manager_id : "",
    direction: row.has_direction ? row.direction : "",
  };
}

/** The dimensions a reader filters by. Plans not split by one of them have nothing to say of one of its values. */
export interface SalesFilter {
  readonly region: string;
  readonly manager_id: string;
  readonly direction: string;
}
