import type { PageContext } from "../components/context.ts";
import { kpiCard } from "../components/kpi.ts";
import { figureOver, within } from "../components/monthly.ts";
import { kpiRow } from "../components/page.ts";
import type { Coverage, MonthRange, Period } from "../components/period.ts";
import { ratioOf, sumOf } from "../figures.ts";
import { type ActivityRow, coverageOf, type Data } from "./activity-data.ts";

/** Draws contacts, clients reached, contacts a working day and what was planned and not done. */
export function activityKpis(context: PageContext, data: Data, period: Period, coverage: Coverage): HTMLElement {
  const { words, formats } = context;
  const over = (figure: (rows: readonly ActivityRow[]) => number | null) =>
    figureOver(context, period, coverage, (range: MonthRange) => figure(within(data.activity, range)));
  const gaps = Math.max(0, ...within(data.activity, period).map((row) => row.gap_day_count));
  return kpiRow(
    kpiCard(context, {
      ...over((rows) => sumOf(rows, (row) => row.contact_count)),
      name: words.activity.contacts,
      term: "metrics.manager_activity_by_month.contact_count",
      show: formats.integer,
      kind: "amount",
      better: "neither",
      note: gaps > 0 ? words.activity.gaps : undefined,
    }),
    kpiCard(context, {
      ...over(coverageOf),
      name: words.activity.coverage,
      term: "metrics.manager_activity_by_month.coverage_share",
      show: formats.percent,
      kind: "share",
      better: "more",
      note: words.activity.coverageNote,
    }),
    kpiCard(context, {
      ...over((rows) =>
        ratioOf(
          rows,
          (row) => row.contact_count,
          (row) => row.working_day_count,
        ),
      ),
      name: words.activity.perDay,
      term: "metrics.manager_activity_by_month.contacts_per_working_day",
      show: formats.decimal,
      kind: "rate",
      better: "neither",
    }),
    kpiCard(context, {
      ...over((rows) =>
        ratioOf(
          rows,
          (row) => row.missed_count,
          (row) => row.planned_count,
        ),
      ),
      name: words.activity.missed,
      term: "metrics.manager_activity_by_month.missed_count",
      show: formats.percent,
      kind: "share",
      better: "less",
    }),
  );
}
