import type { Bar } from "../charts/bars.ts";
import { barCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { managerName, within } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import type { Period } from "../components/period.ts";
import { divide, groupBy, sumOf } from "../figures.ts";
import { attainmentOf } from "../plan.ts";
import type { SalesView } from "./sales-data.ts";

export type Dimension = "region" | "manager_id" | "direction";

/** Draws sales of each value of a dimension, marked with its plan; a bar filters the page. */
export function planBars(context: PageContext, data: SalesView, period: Period, dimension: Dimension): HTMLElement {
  const { words, formats } = context;
  const sales = groupBy(within(data.sales, period), (row) => row[dimension]);
  const plans = groupBy(within(data.plan, period), (row) => row[dimension]);
  const rows = [...new Set([...sales.keys(), ...[...plans.keys()].filter((name) => name !== "")])]
    .map((value) => ({
      value,
      name: dimensionName(context, data, dimension, value),
      net: sumOf(sales.get(value) ?? [], (row) => row.net_amount),
      attainment: attainmentOf(plans.get(value) ?? []),
    }))
    .sort((left, right) => right.net - left.net);
  const planned = rows.filter((row) => row.attainment !== undefined);
  const lowest = [...planned].sort((left, right) => (left.attainment?.rate ?? 0) - (right.attainment?.rate ?? 0))[0];
  const title = dimensionTitle(context, dimension);
  const first = rows[0];
  const total = sumOf(rows, (row) => row.net);
  const column = columnsFor<(typeof rows)[number]>(context);
  const toBar = (row: (typeof rows)[number]): Bar => ({
    label: row.name,
    action: filterBy(context, filterOf(dimension), row.value),
    value: row.net,
    mark: row.attainment?.plan ?? null,
    text:
      row.attainment === undefined
        ? formats.moneyShort(row.net)
        : `${formats.moneyShort(row.net)} · ${formats.percentWhole(row.attainment.rate)}`,
  });
  return barCard(
    context,
    {
      name: `sales-by-${filterOf(dimension)}`,
      title:
        lowest?.attainment !== undefined && planned.length > 1
          ? words.sales.lowest(lowest.name, formats.percentWhole(lowest.attainment.rate))
          : first === undefined
            ? title
            : words.sales.largest(first.name, formats.percentWhole(divide(first.net, total) ?? 0)),
      subtitle: planned.length > 0 ? words.sales.barsWithPlan(title) : words.sales.bars(title),
      rows,
      columns: [
        column.text(title, (row) => row.name),
        column.money(words.metrics.netSales, (row) => row.net),
        column.money(words.metrics.plan, (row) => row.attainment?.plan ?? null),
        column.percent(words.metrics.attainment, (row) => row.attainment?.rate ?? null),
      ],
    },
    toBar,
    formats.moneyShort,
  );
}

function dimensionName(context: PageContext, data: SalesView, dimension: Dimension, value: string): string {
  return dimension === "manager_id" ? managerName(context, data.managers, value) : valueName(context.words, value);
}

function dimensionTitle(context: PageContext, dimension: Dimension): string {
  return context.words.dimensions[filterOf(dimension)];
}

function filterOf(dimension: Dimension): "region" | "manager" | "direction" {
  return dimension === "manager_id" ? "manager" : dimension;
}
