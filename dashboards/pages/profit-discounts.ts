import { barCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { nameOf, valueName } from "../components/names.ts";
import { dataTable } from "../components/table.ts";
import { divide, groupBy, sumOf } from "../figures.ts";

/** Discounts of a manager to a class of clients in a product category. */
export interface DiscountRow {
  readonly manager_id: string;
  readonly class: string;
  readonly category: string;
  readonly line_count: number;
  readonly list_amount: number | null;
  readonly discount_amount: number | null;
  readonly net_amount: number;
  readonly margin_amount: number | null;
  readonly discount_rate: number | null;
  readonly usual_rate: number | null;
  readonly leak_amount: number | null;
  readonly price_realisation: number | null;
  readonly quality_flag: string;
}

type Names = Readonly<Record<string, string>>;

/** Draws who gives more than the usual discount. */
export function leakBars(context: PageContext, discounts: readonly DiscountRow[], managers: Names): HTMLElement {
  const { words, formats } = context;
  const texts = words.profit;
  const rows = [...groupBy(discounts, (row) => row.manager_id)]
    .map(([id, list]) => ({
      id,
      name: nameOf(managers, valueName(words, id)),
      leak: sumOf(list, (row) => row.leak_amount),
      rate: divide(
        sumOf(list, (row) => row.discount_amount),
        sumOf(list, (row) => row.list_amount),
      ),
    }))
    .filter((row) => row.rate !== null)
    .sort((left, right) => right.leak - left.leak);
  const [most] = rows;
  const column = columnsFor<(typeof rows)[number]>(context);
  return barCard(
    context,
    {
      name: "discount-leak",
      title:
        most === undefined || most.leak === 0
          ? texts.leakNone
          : texts.leakTitle(most.name, formats.moneyShort(most.leak)),
      subtitle: texts.leakSubtitle,
      rows,
      columns: [
        column.text(words.dimensions.manager, (row) => row.name),
        column.money(texts.columns.leak, (row) => row.leak),
        column.percent(texts.columns.discountRate, (row) => row.rate),
      ],
    },
    (row) => ({
      label: row.name,
      action: filterBy(context, "manager", row.id),
      value: row.leak,
      text: `${formats.moneyShort(row.leak)} · ${formats.percent(row.rate ?? 0)}`,
    }),
    formats.moneyShort,
  );
}

/** Lists discounts and realised prices. */
export function discountTable(
  context: PageContext,
  discounts: readonly DiscountRow[],
  managers: Names,
  className: (name: string) => string,
): HTMLElement {
  const { words } = context;
  const texts = words.profit;
  const column = columnsFor<DiscountRow>(context);
  return dataTable(context, {
    name: "discounts",
    title: texts.discountTable,
    subtitle: texts.discountSubtitle,
    rows: discounts,
    columns: [
      column.text(words.dimensions.manager, (row) => nameOf(managers, valueName(words, row.manager_id))),
      column.text(words.columns.class, (row) => className(row.class)),
      column.named(texts.columns.category, (row) => row.category, words.values),
      column.count(texts.columns.lines, (row) => row.line_count),
      column.money(words.metrics.netSales, (row) => row.net_amount),
      column.percent(texts.columns.discountRate, (row) => row.discount_rate),
      column.percent(texts.columns.usual, (row) => row.usual_rate),
      column.money(texts.columns.leak, (row) => row.leak_amount),
      column.percent(texts.columns.realisation, (row) => row.price_realisation),
      column.named(words.columns.quality, (row) => row.quality_flag, words.flags),
    ],
  });
}
