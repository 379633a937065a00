import { addMonths } from "../components/calendar.ts";
import { monthGridCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { within } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import { type Coverage, laterMonth, monthsOf, type Period } from "../components/period.ts";
import { foldBetween, groupBy, sumOf } from "../figures.ts";
import type { SalesRow } from "../rows.ts";

const heatMonths = 12;
/** Regions drawn; those that sold less are one line. */
const mostRegions = 20;

/** Draws net sales of each region by month, the largest first; its name filters the page. */
export function regionHeatMap(
  context: PageContext,
  all: readonly SalesRow[],
  period: Period,
  coverage: Coverage,
): HTMLElement {
  const { words, formats } = context;
  const range = { from: laterMonth(addMonths(period.to, 1 - heatMonths), coverage.first), to: period.to };
  const months = monthsOf(range);
  const ranked = [...groupBy(within(all, range), (row) => row.region)]
    .map(([region, rows]) => ({ region, rows, net: sumOf(rows, (row) => row.net_amount) }))
    .sort((left, right) => right.net - left.net);
  const lines = foldBetween(ranked, mostRegions).map(({ only, rows }) => ({
    name:
      only === undefined
        ? words.charts.others(formats.integer(rows.length), rows.length)
        : valueName(words, only.region),
    rows: rows.flatMap((row) => row.rows),
    action: only && filterBy(context, "region", only.region),
  }));
  const cells = lines.flatMap(({ name, rows, action }) =>
    months.map((month) => ({
      name,
      isOne: action !== undefined,
      month,
      value: sumOf(
        rows.filter((row) => row.month === month),
        (row) => row.net_amount,
      ),
    })),
  );
  const best = cells.filter(({ isOne }) => isOne).sort((left, right) => right.value - left.value)[0];
  const column = columnsFor<(typeof cells)[number]>(context);
  return monthGridCard(
    context,
    {
      name: "sales-by-region-and-month",
      title:
        best === undefined
          ? words.sales.heat
          : words.sales.heatTitle(best.name, formats.month(best.month), formats.moneyShort(best.value)),
      subtitle: words.sales.heat,
      rows: cells,
      columns: [
        column.text(words.dimensions.region, (row) => row.name),
        column.month(words.columns.month, (row) => row.month),
        column.money(words.metrics.netSales, (row) => row.value),
      ],
    },
    {
      months,
      names: lines.map(({ name }) => name),
      actions: lines.flatMap(({ action }) => action ?? []),
      short: formats.short,
      full: formats.money,
      writtenFrom: 560,
    },
  );
}
