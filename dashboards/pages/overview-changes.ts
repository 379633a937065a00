import { barChart } from "../charts/bars.ts";
import { chartCard } from "../components/chart.ts";
import { leadTo } from "../components/choose.ts";
import type { PageContext } from "../components/context.ts";
import { within } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import type { Period } from "../components/period.ts";
import { foldBetween, groupBy, sumOf } from "../figures.ts";
import type { Data, Sales } from "./overview-data.ts";

export interface Change {
  readonly name: string;
  readonly now: number;
  readonly before: number;
  readonly change: number;
}

/** What each value of a dimension added to the change of net sales, largest gain first. The parts sum to the whole. */
export function changes(sales: readonly Sales[], period: Period, key: (row: Sales) => string): readonly Change[] {
  if (period.compare === undefined) return [];
  const now = groupBy(within(sales, period), key);
  const before = groupBy(within(sales, period.compare), key);
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((name) => {
      const current = sumOf(now.get(name) ?? [], (row) => row.net_amount);
      const earlier = sumOf(before.get(name) ?? [], (row) => row.net_amount);
      return { name, now: current, before: earlier, change: current - earlier };
    })
    .sort((left, right) => right.change - left.change);
}

/** Bars drawn from either end; what lies between is one bar. */
const barsEachEnd = 8;

/** Draws what each value of a dimension added to the change of net sales. */
export function changeBy(
  context: PageContext,
  data: Data,
  period: Period,
  key: (row: Sales) => string,
  dimension: "region" | "direction",
): HTMLElement {
  const { words, formats } = context;
  const rows = changes(data.sales, period, key);
  const total = sumOf(rows, (row) => row.change);
  const best = rows[0];
  const worst = rows.at(-1);
  const title =
    best === undefined || worst === undefined
      ? words.overview.changeNone
      : words.overview.changeTitle(
          formats.moneyChange(total),
          total >= 0 ? valueName(words, best.name) : valueName(words, worst.name),
          formats.moneyChange(total >= 0 ? best.change : worst.change),
        );
  return chartCard(context, {
    name: `change-by-${dimension}`,
    title,
    subtitle: words.overview.changeSubtitle(words.dimensions[dimension]),
    rows,
    columns: [
      { title: words.dimensions[dimension], value: (row) => row.name, show: (row) => valueName(words, row.name) },
      { title: words.columns.now, value: (row) => row.now, show: (row) => formats.money(row.now), isNumber: true },
      {
        title: words.columns.before,
        value: (row) => row.before,
        show: (row) => formats.money(row.before),
        isNumber: true,
      },
      {
        title: words.columns.change,
        value: (row) => row.change,
        show: (row) => formats.money(row.change),
        isNumber: true,
      },
    ],
    draw: (width) =>
      barChart(
        foldBetween(rows, barsEachEnd, barsEachEnd).map(({ only, rows: parts }) => {
          const change = sumOf(parts, (row) => row.change);
          return {
            label:
              only === undefined
                ? words.charts.others(formats.integer(parts.length), parts.length)
                : valueName(words, only.name),
            action: only && leadTo(context, "sales", dimension, only.name),
            value: change,
            text: formats.moneyChange(change),
            color: change < 0 ? "var(--down)" : "var(--up)",
          };
        }),
        width,
      ),
  });
}
