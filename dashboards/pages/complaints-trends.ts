import { trendCard } from "../components/cards.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { heldDays } from "../components/days.ts";
import { type Grain, pointName } from "../components/grain.ts";
import { within } from "../components/monthly.ts";
import { type Coverage, laterMonth, monthsOf, type Period } from "../components/period.ts";
import { gatherPoints, openPoint, pointColumns, pointsRange } from "../components/points.ts";
import { groupBy, shareOf, sumOf } from "../figures.ts";
import type { ComplaintRateRow, ComplaintRow } from "../rows.ts";
import { type ComplaintData, type ComplaintDay, opened } from "./complaints-data.ts";

/** The complaints the filters leave, of months and of days. */
interface Shown {
  readonly months: readonly ComplaintRow[];
  readonly days: readonly ComplaintDay[];
}

/** Draws complaints received by day, week, month or quarter; what is not over is hollow. */
export function countTrend(
  context: PageContext,
  data: ComplaintData,
  shown: Shown,
  { period, coverage, grain }: { readonly period: Period; readonly coverage: Coverage; readonly grain: Grain },
): HTMLElement {
  const { words, formats } = context;
  const months = knownMonths(data, coverage);
  const byMonth = groupBy(shown.months, (row) => row.month);
  const days = heldDays(data.daily);
  const held = days && { ...days, from: laterMonth(days.from, months[0] ?? days.from) };
  const source = {
    months: months.map((month) => ({ month, rows: byMonth.get(month) ?? [] })),
    days: shown.days,
    held,
  };
  const rows = gatherPoints(context, source, period, coverage, grain).map((point) => {
    const list = [...point.months.flatMap((each) => each.rows), ...point.days];
    return {
      month: point.start,
      opened: opened(list),
      open: sumOf(list, (row) => row.open_count),
      overdue: sumOf(list, (row) => row.overdue_count),
    };
  });
  const starts = rows.map((row) => row.month);
  const most = [...rows].sort((left, right) => right.opened - left.opened)[0];
  const column = columnsFor<(typeof rows)[number]>(context);
  const subtitles = words.complaints.countSubtitles;
  return trendCard(
    context,
    {
      name: "complaints-by-month",
      title:
        most === undefined || most.opened === 0
          ? words.metrics.complaints
          : words.complaints.most[grain](pointName(context, most.month, grain), formats.integer(most.opened)),
      subtitle:
        grain === "month" || grain === "quarter"
          ? subtitles[grain]
          : subtitles[grain](pointsRange(context, starts, grain, held)),
      rows,
      columns: [
        ...pointColumns<(typeof rows)[number]>(context, grain, held),
        column.count(words.columns.complaints, (row) => row.opened),
        column.count(words.metrics.openComplaints, (row) => row.open),
        column.count(words.metrics.overdueComplaints, (row) => row.overdue),
      ],
    },
    {
      series: [
        {
          label: words.columns.complaints,
          color: "var(--accent)",
          points: rows.map((row) => ({ month: row.month, value: row.opened })),
        },
      ],
      month: (start) => pointName(context, start, grain, true),
      show: formats.integer,
      axis: formats.short,
      incomplete: openPoint(context, data, coverage, grain),
      fromZero: true,
    },
  );
}

/** The months from the first complaint of all to the newest: those without one had none. */
function knownMonths({ complaints, incomplete }: ComplaintData, { lastComplete }: Coverage): readonly string[] {
  const months = complaints.map((row) => row.month).sort();
  const first = months[0];
  const last = [months.at(-1) ?? lastComplete, lastComplete, incomplete ?? lastComplete].sort().at(-1);
  return first === undefined || last === undefined ? [] : monthsOf({ from: first, to: last });
}

/** Draws complaints per 100 orders delivered against their target. */
export function rateTrend(context: PageContext, data: ComplaintData, period: Period): HTMLElement {
  const { words, formats, snapshot } = context;
  const rate = shareOf(within(data.rates, period), "complaint_count", "delivered_order_count");
  const goal = snapshot.targets.complaintsPer100Orders;
  const column = columnsFor<ComplaintRateRow>(context);
  return trendCard(
    context,
    {
      name: "complaint-rate",
      title:
        rate === null
          ? words.metrics.complaintsPer100
          : words.complaints.rateTitle(formats.ratio(rate * 100), formats.ratio(goal), rate * 100 <= goal),
      subtitle: words.complaints.rateAllSubtitle,
      rows: data.rates,
      columns: [
        column.month(words.columns.month, (row) => row.month),
        column.count(words.columns.complaints, (row) => row.complaint_count),
        column.count(words.columns.deliveredOrders, (row) => row.delivered_order_count),
        column.ratio(words.metrics.complaintsPer100, (row) => row.complaints_per_100_orders),
        column.ratio(words.columns.lower, (row) => row.lower),
        column.ratio(words.columns.upper, (row) => row.upper),
      ],
    },
    {
      series: [
        {
          label: words.metrics.fact,
          color: "var(--accent)",
          points: data.rates.map((row) => ({ month: row.month, value: row.complaints_per_100_orders })),
        },
      ],
      show: formats.ratio,
      axis: formats.decimal,
      target: { value: goal, label: words.kpi.target },
      incomplete: data.incomplete,
      fromZero: true,
    },
  );
}
