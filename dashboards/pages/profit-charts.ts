import { curveChart } from "../charts/curve.ts";
import { barCard, stepCard } from "../components/cards.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { nameOf } from "../components/names.ts";
import { divide, groupBy, sumOf } from "../figures.ts";
import { type BandRow, type PlaceRow, profitOf, rateOf } from "./profit-data.ts";

/** Names a class; clients without an order have none. */
export function className({ words }: PageContext, name: string): string {
  return name === "prospect" ? words.profit.prospect : nameOf(words.classes, name);
}

/** Draws what is left of sales at list price, step by step. */
export function stepBars(context: PageContext, known: readonly PlaceRow[]): HTMLElement {
  const { words, formats } = context;
  const texts = words.profit;
  const step = (name: keyof typeof texts.steps, sign: 1 | -1, value: (row: PlaceRow) => number | null) => ({
    name: texts.steps[name],
    amount: sign * sumOf(known, value),
  });
  const rows =
    known.length === 0
      ? []
      : [
          step("list", 1, (row) => row.list_amount),
          step("discount", -1, (row) => row.discount_amount),
          step("return", -1, (row) => row.return_amount),
          step("goods", -1, (row) => row.goods_amount),
          step("delivery", -1, (row) => row.delivery_amount),
          step("contact", -1, (row) => row.contact_amount),
          step("complaint", -1, (row) => row.complaint_amount),
          step("campaign", -1, (row) => row.campaign_amount),
          step("profit", 1, (row) => row.profit_amount),
        ];
  const share = divide(
    profitOf(known),
    sumOf(known, (row) => row.list_amount),
  );
  const column = columnsFor<(typeof rows)[number]>(context);
  return stepCard(
    context,
    {
      name: "profit-steps",
      title: share === null ? texts.none : texts.stepsTitle(formats.decimal(share * 100)),
      subtitle: texts.stepsSubtitle,
      rows,
      columns: [
        column.text(texts.columns.step, (row) => row.name),
        column.money(words.columns.amount, (row) => row.amount),
      ],
    },
    (row) => ({
      label: row.name,
      value: row.amount,
      text: formats.moneyShort(row.amount),
      isWhole: row.name === texts.steps.profit,
      color: row.amount < 0 ? "var(--category-2)" : "var(--accent)",
    }),
  );
}

/** Draws what each class of clients brings; a bar filters the page. */
export function classBars(context: PageContext, known: readonly PlaceRow[]): HTMLElement {
  const { words, formats } = context;
  const texts = words.profit;
  const total = profitOf(known);
  const rows = [...groupBy(known, (row) => row.class)]
    .map(([value, list]) => ({
      value,
      name: className(context, value),
      clients: sumOf(list, (row) => row.client_count),
      profit: profitOf(list),
      serve: sumOf(list, (row) => row.cost_to_serve_amount),
      rate: rateOf(list),
    }))
    .sort((left, right) => right.profit - left.profit);
  const [best] = rows;
  const column = columnsFor<(typeof rows)[number]>(context);
  return barCard(
    context,
    {
      name: "profit-by-class",
      title:
        best === undefined || total <= 0
          ? texts.classSubtitle
          : texts.classTitle(best.name, formats.percentWhole(best.profit / total)),
      subtitle: texts.classSubtitle,
      rows,
      columns: [
        column.text(words.columns.class, (row) => row.name),
        column.count(words.columns.clients, (row) => row.clients),
        column.money(texts.columns.serve, (row) => row.serve),
        column.money(texts.columns.profit, (row) => row.profit),
        column.percent(texts.columns.rate, (row) => row.rate),
      ],
    },
    (row) => ({
      label: row.name,
      action: filterBy(context, "class", row.value),
      value: row.profit,
      text:
        row.rate === null
          ? formats.moneyShort(row.profit)
          : `${formats.moneyShort(row.profit)} · ${formats.percent(row.rate)}`,
    }),
  );
}

/** Draws how profit gathers over clients: a point per band, two hundred of them, of the clients the filters leave. */
export function whaleCurve(context: PageContext, bands: readonly BandRow[]): HTMLElement {
  const { words, formats } = context;
  const texts = words.profit;
  const rows = curveOf(bands);
  const fifth = rows.find((row) => row.share >= 0.2);
  const point = (row: (typeof rows)[number]) => ({
    x: row.share,
    y: row.part,
    detail: texts.whalePoint(formats.percent(row.share), formats.percent(row.part)),
  });
  const column = columnsFor<(typeof rows)[number]>(context);
  return chartCard(context, {
    name: "profit-curve",
    title:
      fifth === undefined
        ? texts.whalePlain
        : texts.whaleTitle(formats.percent(fifth.share), formats.percentWhole(fifth.part)),
    subtitle: texts.whaleSubtitle,
    rows,
    columns: [
      column.count(words.columns.rank, (row) => row.rank),
      column.percent(texts.columns.share, (row) => row.share),
      column.money(texts.columns.profit, (row) => row.profit),
      column.percent(texts.columns.profitShare, (row) => row.part),
    ],
    draw: (width) =>
      curveChart(
        rows.map(point),
        fifth === undefined ? undefined : point(fifth),
        formats.percentWhole,
        { x: texts.columns.share, y: texts.columns.profitShare },
        width,
      ),
  });
}

/** Adds bands up from the most profitable on; nothing where all clients together bring no profit. */
function curveOf(bands: readonly BandRow[]) {
  const clientCount = sumOf(bands, (row) => row.client_count);
  const total = sumOf(bands, (row) => row.profit_amount);
  if (total <= 0) return [];
  let [rank, profit] = [0, 0];
  return [...groupBy(bands, (row) => String(row.band))]
    .sort(([left], [right]) => Number(left) - Number(right))
    .map(([, list]) => {
      rank += sumOf(list, (row) => row.client_count);
      profit += sumOf(list, (row) => row.profit_amount);
      return { rank, share: rank / clientCount, profit, part: profit / total };
    });
}
