import type { TrendOptions } from "../charts/trend.ts";
import { divide, groupBy, sumKnown, sumOf } from "../figures.ts";
import { type Annotation, eventColumn, eventsIn } from "./annotations.ts";
import { addDays, addMonths, daysOf } from "./calendar.ts";
import { trendCard } from "./cards.ts";
import { columnsFor } from "./columns.ts";
import type { PageContext } from "./context.ts";
import { cycleOf, endOf, type Grain, pointName, startOf } from "./grain.ts";
import { rangeText } from "./page.ts";
import { type Coverage, earlier, isWithin, laterMonth, type Period, type Range } from "./period.ts";
import type { Column } from "./table.ts";

/** Net sales, and plan, of a month or another point. */
interface Point {
  /** Its first day. */
  readonly month: string;
  readonly net: number | null;
  readonly plan: number | null;
}

/** What the trend of net sales is drawn from. */
export interface SalesTrend {
  readonly name: string;
  readonly months: readonly Point[];
  /** Sales of days, needed for days and weeks only; and the first and the newest day they hold. */
  readonly days: readonly { readonly day: string; readonly net_amount: number }[];
  readonly held: Range | undefined;
  /** The month that is not over yet. */
  readonly incomplete: string | undefined;
  readonly annotations: readonly Annotation[];
}

/** Days drawn at most: a line of more is read by weeks. */
const mostDays = 92;

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
  const incomplete = openPoint(context, trend, coverage, grain);
  const hasPlan = rows.some((row) => row.plan !== null);
  const cycle = cycleOf(context);
  const events = eventsIn(
    context,
    trend.annotations,
    rows.map((row) => row.month),
    (date) => startOf(date, grain, cycle),
  );
  const column = columnsFor<Point>(context);
  const first = rows[0];
  const last = rows.at(-1);
  return trendCard(
    context,
    {
      name: trend.name,
      title: titleOf(context, rows, period, grain, incomplete),
      subtitle:
        grain === "month" || first === undefined || last === undefined
          ? words.overview.trendSubtitle
          : grain === "quarter"
            ? words.time.subtitles.quarter
            : words.time.subtitles[grain](
                rangeText(context, { from: first.month, to: endShown(last.month, grain, trend) }, "day"),
              ),
      rows,
      columns: [
        ...pointColumns(context, grain, trend),
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

/** The points of the trend. Where a first week or quarter is there in part only, it is left out. */
function planPoints(
  context: PageContext,
  { months, days, held }: SalesTrend,
  period: Period,
  coverage: Coverage,
  grain: Grain,
): readonly Point[] {
  const cycle = cycleOf(context);
  if (grain === "month") return months;
  if (grain === "quarter") {
    const quarters = [...groupBy(months, (row) => startOf(row.month, grain, cycle))].map(([start, rows]) => ({
      month: start,
      net: sumKnown(rows, (row) => row.net),
      plan: rows.filter((row) => row.plan !== null).length < 3 ? null : sumOf(rows, (row) => row.plan),
    }));
    return quarters.filter((row) => row.month >= coverage.first);
  }
  if (held === undefined) return [];
  const range = grain === "day" ? planDays(held, period) : held;
  const byPoint = groupBy(
    days.filter(({ day }) => isWithin(day, range)),
    ({ day }) => startOf(day, grain, cycle),
  );
  const starts = [...new Set(daysOf(range).map((day) => startOf(day, grain, cycle)))];
  return starts
    .filter((start) => start >= range.from)
    .map((start) => ({ month: start, net: sumOf(byPoint.get(start) ?? [], (row) => row.net_amount), plan: null }));
}

/** Days up to the end of the period, where they are held that far back; else the newest. */
function planDays(held: Range, period: Period): Range {
  const end = period.unit === "day" ? held.to : endOf(period.to, "month");
  const to = end < held.to && addDays(end, -27) >= held.from ? end : held.to;
  return { from: laterMonth(addDays(to, 1 - mostDays), held.from), to };
}

/** The point that is not over yet. */
function openPoint(context: PageContext, trend: SalesTrend, coverage: Coverage, grain: Grain): string | undefined {
  if (grain === "month") return trend.incomplete;
  const next =
    grain === "quarter" ? addMonths(coverage.lastComplete, 1) : coverage.days && addDays(coverage.days.to, 1);
  return next && startOf(next, grain, cycleOf(context));
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

function pointColumns(context: PageContext, grain: Grain, trend: SalesTrend): readonly Column<Point>[] {
  const { words } = context;
  const column = columnsFor<Point>(context);
  if (grain === "month") return [column.month(words.columns.month, (row) => row.month)];
  if (grain === "day") return [column.day(words.time.points.day, (row) => row.month)];
  const days = (row: Point) => {
    const range = { from: row.month, to: endShown(row.month, grain, trend) };
    const other = context.formats.otherDays(range.from, range.to);
    return other === "" ? rangeText(context, range, "day") : `${rangeText(context, range, "day")} (${other})`;
  };
  return [
    {
      title: words.time.points[grain],
      value: (row) => row.month,
      show: (row) => pointName(context, row.month, grain),
      isDay: true,
    },
    { title: words.time.daysOfPoint, value: days, isDay: true },
  ];
}

/** The last day of a point that is told: a running one ends with the newest day. */
function endShown(start: string, grain: Grain, { held }: SalesTrend): string {
  const end = endOf(start, grain);
  return (grain === "day" || grain === "week") && held !== undefined ? earlier(held.to, end) : end;
}
