import { matrixChart } from "../charts/matrix.ts";
import { barCard } from "../components/cards.ts";
import { chartCard } from "../components/chart.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, dimensionChoice, filterBar } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyPage, headline, kpiRow } from "../components/page.ts";
import { dataTable } from "../components/table.ts";
import { readRows } from "../data.ts";
import { divide, groupBy, sumOf } from "../figures.ts";
import type { ClientRow, ManagerRow, ProductRow } from "../rows.ts";
import { type OptedOutRow, withOptedOut } from "./activity-lists.ts";

interface PairRow {
  readonly item_a: string;
  readonly item_b: string;
  readonly basket_a_count: number;
  readonly basket_b_count: number;
  readonly basket_ab_count: number;
  readonly basket_count: number;
  readonly confidence_ab: number;
  readonly confidence_ba: number;
  readonly lift: number;
  readonly lift_lower: number;
  readonly leverage: number;
}

interface OfferRow {
  readonly client_id: string;
  readonly item_id: string;
  readonly offer_rank: number;
  readonly reason_item_id: string;
  readonly confidence: number;
  readonly basket_ab_count: number;
  readonly expected_amount: number | null;
  readonly expected_margin_amount: number | null;
}

interface SegmentRow {
  readonly segmentation: string;
  readonly segment: string;
  readonly category: string;
  readonly net_amount: number;
  readonly share_of_segment: number;
  readonly index_ratio: number;
  readonly client_count: number;
  readonly penetration: number;
  readonly quality_flag: string;
}

interface ProductSalesRow {
  readonly region: string;
  readonly product_id: string;
  readonly net_amount: number;
  readonly margin_amount: number | null;
  readonly costed_amount: number;
}

/** An offer with the names a reader knows. */
interface Offer extends OfferRow {
  readonly client: string;
  readonly region: string;
  readonly manager_id: string;
  readonly manager: string;
}

interface Data {
  readonly pairs: readonly PairRow[];
  readonly offers: readonly Offer[];
  readonly optedOut: readonly OptedOutRow[];
  readonly segments: readonly SegmentRow[];
  readonly sales: readonly (ProductSalesRow & { readonly direction: string })[];
  readonly names: Readonly<Record<string, string>>;
}

/** Draws what sells with what, what to offer whom, and what sells and earns most. */
export async function render(context: PageContext): Promise<PageView> {
  const data = await readData(context);
  if (data.sales.length === 0) return { draw: () => emptyPage(context) };
  const { words } = context;
  const managers = new Map(data.offers.map((row) => [row.manager_id, row.manager]));
  const choices = () => [
    dimensionChoice(context, "region", data.sales),
    dimensionChoice(context, "direction", data.sales),
    choiceOf(context, "manager", words.dimensions.manager, managers.keys(), (value) => managers.get(value) ?? value),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data) };
}

async function readData(context: PageContext): Promise<Data> {
  const { files, words } = context;
  const products = new Map((await readRows<ProductRow>(files.products)).map((row) => [row.product_id, row]));
  const managers = new Map((await readRows<ManagerRow>(files.managers)).map((row) => [row.manager_id, row.name]));
  const clients = new Map((await readRows<ClientRow>(files.clients)).map((row) => [row.client_id, row]));
  const offers = (await readRows<OfferRow>(files["next-products"])).map((row): Offer => {
    const client = clients.get(row.client_id);
    const manager = client?.manager_id ?? "unknown";
    return {
      ...row,
      client: client?.name ?? row.client_id,
      region: client?.region ?? "unknown",
      manager_id: manager,
      manager: managers.get(manager) ?? valueName(words, manager),
    };
  });
  const sales = (await readRows<ProductSalesRow>(files["product-sales"])).map((row) => ({
    ...row,
    direction: products.get(row.product_id)?.direction ?? "unknown",
  }));
  return {
    pairs: await readRows<PairRow>(files["product-pairs"]),
    offers,
    optedOut: await readRows<OptedOutRow>(files["opted-out"]),
    segments: (await readRows<SegmentRow>(files["product-segments"])).filter(
      (row) => row.segmentation === "class" && row.quality_flag === "ok",
    ),
    sales,
    names: Object.fromEntries([...products].map(([id, row]) => [id, row.name])),
  };
}

function draw(context: PageContext, data: Data): readonly Node[] {
  return [
    headline(context, summarize(context, data), context.words.crossSell.scope),
    kpis(context, data),
    columns(pairBars(context, data), segmentMatrix(context, data)),
    columns(productBars(context, data, "sales"), productBars(context, data, "margin")),
    offerTable(context, data),
    pairTable(context, data),
  ];
}

const firstOffers = (data: Data) => data.offers.filter((row) => row.offer_rank === 1);
const worthOf = (offers: readonly Offer[]) => sumOf(offers, (row) => row.expected_margin_amount);
const beyondChance = (row: PairRow) => row.leverage * row.basket_count;

function summarize(context: PageContext, data: Data): string {
  const { words, formats } = context;
  const [best] = data.pairs;
  const offers = firstOffers(data);
  if (best === undefined) return words.crossSell.noPairs;
  return words.crossSell.headline(
    nameOf(data.names, best.item_a),
    nameOf(data.names, best.item_b),
    formats.ratio(best.lift),
    offers.length,
    formats.moneyShort(worthOf(offers)),
    formats,
  );
}

function kpis(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const offers = firstOffers(data);
  const plain = { kind: "amount", better: "neither", trend: [] } as const;
  return kpiRow(
    kpiCard(context, {
      ...plain,
      name: words.crossSell.pairs,
      term: "metrics.product_pairs.lift",
      value: data.pairs.length,
      show: formats.integer,
      note: data.pairs[0] && words.crossSell.pairsNote(data.pairs[0].basket_count, formats),
    }),
    kpiCard(context, {
      ...plain,
      name: words.crossSell.clients,
      term: "metrics.next_products.item_id",
      value: offers.length,
      show: formats.integer,
    }),
    kpiCard(context, {
      ...plain,
      name: words.crossSell.worth,
      term: "metrics.next_products.expected_margin_amount",
      value: worthOf(offers),
      show: formats.moneyShort,
      note: words.crossSell.worthNote,
    }),
  );
}

function pairBars(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const rows = data.pairs.slice(0, 12);
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
      label: `${name(row.item_a)} + ${name(row.item_b)}`,
      value: beyondChance(row),
      text: words.crossSell.pairText(formats.integer(beyondChance(row)), formats.ratio(row.lift)),
    }),
  );
}

const classOrder = ["key", "medium", "small", "occasional", "inactive", "new"] as const;

function segmentMatrix(context: PageContext, data: Data): HTMLElement {
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
            text: formats.ratio(row.index_ratio),
            detail: `${formats.list([nameOf(words.classes, row.segment), category(row)])}: ${formats.list([formats.ratio(row.index_ratio), formats.money(row.net_amount)])}`,
          })),
        },
        width,
      ),
  });
}

function productBars(context: PageContext, data: Data, measure: "sales" | "margin"): HTMLElement {
  const { words, formats, state } = context;
  const [region, direction] = [state.get("region"), state.get("direction")];
  const chosen = data.sales.filter(
    (row) => (region === "" || row.region === region) && (direction === "" || row.direction === direction),
  );
  const value = (row: { net: number; margin: number }) => (measure === "sales" ? row.net : row.margin);
  const rows = [...groupBy(chosen, (row) => row.product_id)]
    .map(([id, list]) => ({
      name: nameOf(data.names, valueName(words, id)),
      net: sumOf(list, (row) => row.net_amount),
      margin: sumOf(list, (row) => row.margin_amount),
      rate: divide(
        sumOf(list, (row) => row.margin_amount),
        sumOf(list, (row) => row.costed_amount),
      ),
    }))
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
      value: value(row),
      text:
        row.rate === null
          ? formats.moneyShort(value(row))
          : `${formats.moneyShort(value(row))} · ${formats.percentWhole(row.rate)}`,
    }),
  );
}

function offerTable(context: PageContext, data: Data): HTMLElement {
  const { words, state } = context;
  const [region, manager] = [state.get("region"), state.get("manager")];
  const texts = words.crossSell;
  const column = columnsFor<Offer>(context);
  const isChosen = (row: { readonly region: string; readonly manager_id: string }) =>
    (region === "" || row.region === region) && (manager === "" || row.manager_id === manager);
  return dataTable(context, {
    name: "offers",
    title: texts.offers,
    subtitle: withOptedOut(context, texts.offersSubtitle, data.optedOut.filter(isChosen)),
    rows: data.offers.filter(isChosen),
    columns: [
      column.client(
        (row) => row.client_id,
        (row) => row.client,
      ),
      column.text(texts.columns.offer, (row) => nameOf(data.names, row.item_id)),
      column.text(texts.columns.because, (row) => nameOf(data.names, row.reason_item_id)),
      column.percent(texts.columns.confidence, (row) => row.confidence),
      column.count(texts.columns.both, (row) => row.basket_ab_count),
      column.money(texts.columns.expected, (row) => row.expected_margin_amount),
      column.named(words.dimensions.region, (row) => row.region, words.values),
      column.text(words.dimensions.manager, (row) => row.manager),
    ],
  });
}

function pairTable(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  return dataTable(context, {
    name: "pairs",
    title: words.crossSell.pairTable,
    subtitle: words.crossSell.pairTableSubtitle(data.pairs.length, formats),
    rows: data.pairs,
    columns: pairColumns(context, data),
  });
}

function pairColumns(context: PageContext, data: Data) {
  const texts = context.words.crossSell.columns;
  const column = columnsFor<PairRow>(context);
  return [
    column.text(texts.first, (row) => nameOf(data.names, row.item_a)),
    column.text(texts.second, (row) => nameOf(data.names, row.item_b)),
    column.count(texts.both, (row) => row.basket_ab_count),
    column.decimal(texts.beyond, beyondChance),
    column.ratio(texts.lift, (row) => row.lift),
    column.ratio(texts.liftLower, (row) => row.lift_lower),
    column.percent(texts.confidenceAB, (row) => row.confidence_ab),
    column.percent(texts.confidenceBA, (row) => row.confidence_ba),
  ];
}
