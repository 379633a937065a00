import { groupBy } from "../figures.ts";
import { addDays, addMonths, daysOf } from "./calendar.ts";
import { columnsFor } from "./columns.ts";
import type { PageContext } from "./context.ts";
import { cycleOf, endOf, type Grain, pointName, startOf } from "./grain.ts";
import { rangeText } from "./page.ts";
import { type Coverage, earlier, isWithin, laterMonth, type Period, type Range } from "./period.ts";
import type { Column } from "./table.ts";

/** What the points of a trend are summed from: months for months and quarters, days for days and weeks. */
export interface TrendRows<Month, Day> {
  readonly months: readonly Month[];
  readonly days: readonly Day[];
  /** The first and the newest day known; days between without a row had nothing. */
  readonly held: Range | undefined;
  /** The month that is not over yet. */
  readonly incomplete: string | undefined;
}

/** A point of a trend: its first day, and the rows of its months or of its days. */
export interface TrendPoint<Month, Day> {
  readonly start: string;
  readonly months: readonly Month[];
  readonly days: readonly Day[];
}

/** Days drawn at most: a line of more is read by weeks. */
const mostDays = 92;

/** Gathers what belongs to each point, in order. Where a first week or quarter is there in part only, it is left out. */
export function gatherPoints<Month extends { readonly month: string }, Day extends { readonly day: string }>(
  context: PageContext,
  { months, days, held }: Omit<TrendRows<Month, Day>, "incomplete">,
  period: Period,
  coverage: Coverage,
  grain: Grain,
): readonly TrendPoint<Month, Day>[] {
  const cycle = cycleOf(context);
  if (grain === "month" || grain === "quarter") {
    const points = [...groupBy(months, (row) => startOf(row.month, grain, cycle))];
    return points
      .map(([start, rows]) => ({ start, months: rows, days: [] }))
      .filter(({ start }) => grain === "month" || start >= coverage.first);
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
    .map((start) => ({ start, months: [], days: byPoint.get(start) ?? [] }));
}

/** Finds the point that is not over yet. */
export function openPoint(
  context: PageContext,
  { incomplete }: { readonly incomplete: string | undefined },
  coverage: Coverage,
  grain: Grain,
): string | undefined {
  if (grain === "month") return incomplete;
  const next =
    grain === "quarter" ? addMonths(coverage.lastComplete, 1) : coverage.days && addDays(coverage.days.to, 1);
  return next && startOf(next, grain, cycleOf(context));
}

/** Names the days from the first point of days or weeks to the end of the last; a running one ends with the newest day. */
export function pointsRange(
  context: PageContext,
  starts: readonly string[],
  grain: Grain,
  held: Range | undefined,
): string {
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return "";
  return rangeText(context, { from: first, to: endShown(last, grain, held) }, "day");
}

/** The columns of a table that name a point, whose `month` is its first day. */
export function pointColumns<Row extends { readonly month: string }>(
  context: PageContext,
  grain: Grain,
  held: Range | undefined,
): readonly Column<Row>[] {
  const { words } = context;
  const column = columnsFor<Row>(context);
  if (grain === "month") return [column.month(words.columns.month, (row) => row.month)];
  if (grain === "day") return [column.day(words.time.points.day, (row) => row.month)];
  const days = (row: Row) => {
    const range = { from: row.month, to: endShown(row.month, grain, held) };
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

/** Days up to the end of the period, where they are held that far back; else the newest. */
function planDays(held: Range, period: Period): Range {
  const end = period.unit === "day" ? held.to : endOf(period.to, "month");
  const to = end < held.to && addDays(end, -27) >= held.from ? end : held.to;
  return { from: laterMonth(addDays(to, 1 - mostDays), held.from), to };
}

function endShown(start: string, grain: Grain, held: Range | undefined): string {
  const end = endOf(start, grain);
  return (grain === "day" || grain === "week") && held !== undefined ? earlier(held.to, end) : end;
}
