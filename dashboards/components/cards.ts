import type { PartAction } from "../charts/actions.ts";
import { type Bar, barChart, chainSteps, type Step } from "../charts/bars.ts";
import { matrixChart } from "../charts/matrix.ts";
import { type TrendOptions, trendChart } from "../charts/trend.ts";
import { eventList } from "./annotations.ts";
import { type ChartCard, chartCard } from "./chart.ts";
import type { PageContext } from "./context.ts";
import { foldBars } from "./fold.ts";

type Described<Row> = Omit<ChartCard<Row>, "draw">;

/** A card of lines over months, or over what `month` names. */
export function trendCard<Row>(
  context: PageContext,
  card: Described<Row>,
  { month = context.formats.monthShort, ...trend }: Omit<TrendOptions, "month"> & Partial<Pick<TrendOptions, "month">>,
): HTMLElement {
  const events = trend.events ?? [];
  return chartCard(context, {
    ...card,
    draw: (width) => trendChart({ ...trend, month }, width),
    ...(events.length === 0 ? {} : { below: eventList(context, events) }),
  });
}

/**
 * A card of bars, one per row; beyond the largest dozen, or the largest `alone` where these are fewer, the others stand together where `sum` writes what they add up to, and
 * one by one when the reader asks.
 */
export function barCard<Row>(
  context: PageContext,
  card: Described<Row>,
  bar: (row: Row) => Bar,
  sum?: (value: number) => string,
  alone?: number,
): HTMLElement {
  return chartCard(context, { ...card, ...foldBars(context, card.name, card.rows.map(bar), sum, alone) });
}

/** A card of steps, one per row, each from where the one before it ends: what leads from nothing to a whole. */
export function stepCard<Row>(context: PageContext, card: Described<Row>, step: (row: Row) => Step): HTMLElement {
  const bars = chainSteps(card.rows.map(step));
  return chartCard(context, { ...card, draw: (width) => barChart(bars, width) });
}

/** A cell of a grid of months. */
interface MonthCell {
  readonly name: string;
  readonly month: string;
  readonly value: number;
}

/** A card with a column per month and a row per name; figures are written where there is room. */
export function monthGridCard<Row extends MonthCell>(
  context: PageContext,
  card: Described<Row>,
  grid: {
    readonly months: readonly string[];
    readonly names: readonly string[];
    readonly short: (value: number) => string;
    readonly full: (value: number) => string;
    readonly writtenFrom: number;
    /** What happens when the name of a row is chosen, in the order of `names`. */
    readonly actions?: readonly PartAction[];
  },
): HTMLElement {
  const { formats } = context;
  return chartCard(context, {
    ...card,
    draw: (width) =>
      matrixChart(
        {
          xs: grid.months.map(formats.monthTiny),
          ys: grid.names,
          rowHeight: 32,
          isTime: true,
          months: grid.months.map(formats.monthShort),
          rowActions: grid.actions ?? [],
          cells: card.rows.map((cell) => ({
            x: formats.monthTiny(cell.month),
            y: cell.name,
            value: cell.value,
            text: width > grid.writtenFrom ? grid.short(cell.value) : "",
            detail: `${formats.list([cell.name, formats.month(cell.month)])}: ${grid.full(cell.value)}`,
          })),
        },
        width,
      ),
  });
}
