import type { Attainment } from "../plan.ts";
import type { PageContext } from "./context.ts";
import type { Kpi } from "./kpi.ts";
import { monthsOf, type Period } from "./period.ts";

/** What a card of a planned figure is compared with where the reader chose the plan; else nothing is changed. */
export function againstPlan(
  { words, formats }: PageContext,
  period: Period,
  attainment: Attainment | undefined,
): Partial<Kpi> {
  if (period.comparison !== "plan") return {};
  if (attainment === undefined) return { before: undefined, comparedWith: undefined, uncompared: words.kpi.noPlan };
  const months = period.unit === "month" ? monthsOf(period).length : attainment.months;
  return {
    before: attainment.plan,
    compared: attainment.actual,
    comparedWith:
      period.unit === "day"
        ? words.kpi.planToDate
        : attainment.months < months
          ? words.kpi.planOfMonths(attainment.months, months, formats)
          : words.kpi.plan,
  };
}

/** The same of a figure nobody plans: it says so. */
export function withoutPlan({ words }: PageContext, period: Period): Partial<Kpi> {
  return period.comparison === "plan" ? { uncompared: words.kpi.noPlan } : {};
}
