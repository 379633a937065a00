import type { TrendOptions } from "../charts/trend.ts";
import { divide, sumKnown, sumOf } from "../figures.ts";
import { type Annotation, eventColumn, eventsIn } from "./annotations.ts";
import { trendCard } from "./cards.ts";
import { columnsFor } from "./columns.ts";
import type { PageContext } from "./context.ts";
import { cycleOf, type Grain, pointName, startOf } from "./grain.ts";
import { type Coverage, isWithin, type Period } from "./period.ts";
import { gatherPoints, openPoint, pointColumns, pointsRange, type TrendRows } from "./points.ts";

/** Net sales, and plan, of a month or another point. */
interface Point {
  /** Its first day. */
  readonly month: string;
  readonly net: number | null;
  readonly plan: number | null;
}

/** What the trend of net sales is drawn from; days are needed for days and weeks only. */
export interface SalesTrend extends TrendRows<Point, { readonly day: string; readonly net_amount: number }> {
  readonly name: string;
  readonly annotations: readonly Annotation[];
}

/** Draws net sales, and plan where one exists, by day, week, month or quarter; what is not over is hollow. */
export function salesTrend(
  context: PageContext,
  trend: SalesTrend,
  period: Period,
  coverage: Coverage,
  grain: Grain,
): HTMLElement {
  const { words, formats } = context;
  const rows = planPoints(context, trend, period, coverage, grain);
  const starts = rows.map((row) => row.month);
  const incomplete = openPoint(context, trend, coverage, grain);
  const hasPlan = rows.some((row) => row.plan !== null);
  const cycle = cycleOf(context);
  const events = eventsIn(context, trend.annotations, starts, (date) => startOf(date, grain, cycle));
  const column = columnsFor<Point>(context);
  return trendCard(
    context,
    {
      name: trend.name,
      title: titleOf(context, rows, period, grain, incomplete),
      subtitle:
        grain === "month" || rows.length === 0
          ? formats.clauses([
              words.overview.trendSubtitle,
              ...(incomplete === undefined ? [] : [words.overview.trendOpen]),
            ])
          : grain === "quarter"
            ? words.time.subtitles.quarter
            : words.time.subtitles[grain](pointsRange(context, starts, grain, trend.held)),
      rows,
      columns: [
        ...pointColumns<Point>(context, grain, trend.held),
        column.money(words.metrics.netSales, (row) => row.net),
        ...(grain === "day" || grain === "week"
          ? []
          : [
              column.money(words.metrics.plan, (row) => row.plan),
              column.percent(words.metrics.attainment, (row) =>
                row.plan === null ? null : divide(row.net ?? 0, row.plan),
              ),
            ]),
        ...eventColumn<Point>(context, events),
      ],
    },
    {
      series: seriesOf(context, rows, hasPlan),
      events,
      month: (start) => pointName(context, start, grain, true),
      show: formats.moneyShort,
      axis: formats.short,
      top: formats.moneyShort,
      incomplete,
      fromZero: true,
    },
  );
}

function seriesOf({ words }: PageContext, rows: readonly Point[], hasPlan: boolean): TrendOptions["series"] {
  const plan = {
    label: words.metrics.plan,
    color: "var(--plan)",
    isDashed: true,
    points: rows.map((row) => ({ month: row.month, value: row.plan })),
  };
  const fact = {
    label: words.metrics.fact,
    color: "var(--accent)",
    points: rows.map((row) => ({ month: row.month, value: row.net })),
  };
  return hasPlan ? [plan, fact] : [fact];
}

function planPoints(
  context: PageContext,
  trend: SalesTrend,
  period: Period,
  coverage: Coverage,
  grain: Grain,
): readonly Point[] {
  return gatherPoints(context, trend, period, coverage, grain).map(({ start, months, days }) => {
    if (grain === "day" || grain === "week")
      return { month: start, net: sumOf(days, (row) => row.net_amount), plan: null };
    const planned = months.filter((row) => row.plan !== null);
    const isPlanned = planned.length === (grain === "month" ? 1 : 3);
    return {
      month: start,
      net: sumKnown(months, (row) => row.net),
      plan: isPlanned ? sumOf(planned, (row) => row.plan) : null,
    };
  });
}

function titleOf(
  context: PageContext,
  rows: readonly Point[],
  period: Period,
  grain: Grain,
  incomplete: string | undefined,
): string {
  const { words, formats } = context;
  const isOver = (row: Point) => incomplete === undefined || row.month < incomplete;
  if (grain === "day" || grain === "week") {
    const best = [...rows].filter(isOver).sort((left, right) => (right.net ?? 0) - (left.net ?? 0))[0];
    if (best === undefined || best.net === null) return words.time.titles[grain];
    return words.time.best[grain](pointName(context, best.month, grain), formats.moneyShort(best.net));
  }
  const told = grain === "month" ? rows.filter((row) => isWithin(row.month, period)) : rows.filter(isOver);
  const planned = told.filter((row) => row.plan !== null);
  const reached = planned.filter((row) => (row.net ?? 0) >= (row.plan ?? 0)).length;
  if (grain === "quarter")
    return planned.length === 0 ? words.time.titles.quarter : words.time.planned(reached, planned.length, formats);
  return planned.length === 0 ? words.overview.trendTitle : words.overview.planTitle(reached, planned.length, formats);
}
