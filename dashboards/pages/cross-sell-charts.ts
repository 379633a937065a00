import { matrixChart } from "../charts/matrix.ts";
import { barCard } from "../components/cards.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy, leadTo } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { nameOf, valueName } from "../components/names.ts";
import { divide, filterRows, groupBy, sumKnown, sumOf } from "../figures.ts";
import type { CrossSellData, SegmentRow } from "./cross-sell-data.ts";
import { beyondChance, pairColumns } from "./cross-sell-tables.ts";

/** Draws what sells with what; a bar filters the page by its first product, and lets go of either. */
export function pairBars(context: PageContext, data: CrossSellData): HTMLElement {
  const { words, formats } = context;
  const rows = data.pairs.slice(0, 12);
  const product = context.state.get("product");
  const [best] = rows;
  const name = (id: string) => nameOf(data.names, id);
  return barCard(
    context,
    {
      name: "product-pairs",
      title:
        best === undefined
          ? words.crossSell.noPairs
          : words.crossSell.pairTitle(name(best.item_a), name(best.item_b), formats.integer(beyondChance(best))),
      subtitle: words.crossSell.pairSubtitle,
      rows,
      columns: pairColumns(context, data),
    },
    (row) => ({
      action: filterBy(context, "product", row.item_b === product ? row.item_b : row.item_a),
      label: `${name(row.item_a)} + ${name(row.item_b)}`,
      value: beyondChance(row),
      text: words.crossSell.pairText(formats.integer(beyondChance(row)), formats.hundredths(row.lift)),
    }),
  );
}

const classOrder = ["key", "medium", "small", "occasional", "inactive", "new"] as const;

/** Draws what each class of clients buys against all clients; a cell leads to the clients of the class. */
export function segmentMatrix(context: PageContext, data: CrossSellData): HTMLElement {
  const { words, formats } = context;
  const texts = words.crossSell;
  const segments = classOrder.filter((name) => data.segments.some((row) => row.segment === name));
  const categories = [...groupBy(data.segments, (row) => row.category)]
    .map(([category, rows]) => ({ category, net: sumOf(rows, (row) => row.net_amount) }))
    .sort((left, right) => right.net - left.net);
  const most = [...data.segments].sort((left, right) => right.index_ratio - left.index_ratio)[0];
  const column = columnsFor<SegmentRow>(context);
  const category = (row: SegmentRow) => valueName(words, row.category);
  return chartCard(context, {
    name: "categories-by-class",
    title:
      most === undefined
        ? texts.matrixPlain
        : texts.matrixTitle(nameOf(words.classes, most.segment), category(most), formats.ratio(most.index_ratio)),
    subtitle: texts.matrixSubtitle,
    rows: data.segments,
    columns: [
      column.named(words.columns.class, (row) => row.segment, words.classes),
      column.named(texts.columns.category, (row) => row.category, words.values),
      column.ratio(texts.columns.index, (row) => row.index_ratio),
      column.percent(texts.columns.penetration, (row) => row.penetration),
      column.money(words.metrics.netSales, (row) => row.net_amount),
    ],
    draw: (width) =>
      matrixChart(
        {
          xs: segments.map((name) => nameOf(words.classes, name)),
          ys: categories.map((row) => valueName(words, row.category)),
          rowHeight: 30,
          cells: data.segments.map((row) => ({
            x: nameOf(words.classes, row.segment),
            y: category(row),
            value: row.index_ratio,
            text: formats.hundredths(row.index_ratio),
            action: leadTo(context, "clients", "class", row.segment),
            detail: `${formats.list([nameOf(words.classes, row.segment), category(row)])}: ${formats.list([formats.ratio(row.index_ratio), formats.money(row.net_amount)])}`,
          })),
        },
        width,
      ),
  });
}

/** Draws the products that sell or earn most; a bar filters the page. */
export function productBars(context: PageContext, data: CrossSellData, measure: "sales" | "margin"): HTMLElement {
  const { words, formats, state } = context;
  const chosen = filterRows(data.sales, { region: state.get("region"), direction: state.get("direction") });
  const value = (row: { net: number; margin: number | null }) => (measure === "sales" ? row.net : (row.margin ?? 0));
  const rows = [...groupBy(chosen, (row) => row.product_id)]
    .map(([id, list]) => ({
      id,
      name: nameOf(data.names, valueName(words, id)),
      net: sumOf(list, (row) => row.net_amount),
      margin: sumKnown(list, (row) => row.margin_amount),
      rate: divide(
        sumOf(list, (row) => row.margin_amount),
        sumOf(list, (row) => row.costed_amount),
      ),
    }))
    .filter((row) => measure === "sales" || row.margin !== null)
    .sort((left, right) => value(right) - value(left));
  const [best] = rows;
  const texts = words.crossSell;
  const title = measure === "sales" ? texts.bestTitle : texts.profitTitle;
  const column = columnsFor<(typeof rows)[number]>(context);
  return barCard(
    context,
    {
      name: measure === "sales" ? "best-selling" : "most-profitable",
      title: best === undefined ? words.states.empty : title(best.name, formats.moneyShort(value(best))),
      subtitle: measure === "sales" ? texts.bestSubtitle : texts.profitSubtitle,
      rows,
      columns: [
        column.text(words.dimensions.product, (row) => row.name),
        column.money(words.metrics.netSales, (row) => row.net),
        column.money(texts.columns.margin, (row) => row.margin),
        column.percent(texts.columns.marginRate, (row) => row.rate),
      ],
    },
    (row) => ({
      label: row.name,
      action: filterBy(context, "product", row.id),
      value: value(row),
      text:
        row.rate === null
          ? formats.moneyShort(value(row))
          : `${formats.moneyShort(value(row))} · ${formats.percentWhole(row.rate)}`,
    }),
  );
}
