import { curveChart } from "../charts/curve.ts";
import { barCard } from "../components/cards.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import { clientColumn } from "../components/client-link.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, dimensionChoice, filterBar } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyChoice, emptyPage, headline, kpiRow } from "../components/page.ts";
import { dataTable, summed } from "../components/table.ts";
import { readRows } from "../data.ts";
import { divide, groupBy, sumOf } from "../figures.ts";
import type { ManagerRow } from "../rows.ts";
import { type DiscountRow, discountTable, leakBars } from "./profit-discounts.ts";

interface ProfitRow {
  readonly client_id: string;
  readonly window_from_date: string;
  readonly window_to_date: string;
  readonly delivery_count: number;
  readonly contact_count: number;
  readonly list_amount: number;
  readonly discount_amount: number;
  readonly return_amount: number;
  readonly net_amount: number;
  readonly goods_amount: number | null;
  readonly delivery_amount: number;
  readonly contact_amount: number;
  readonly complaint_amount: number;
  readonly campaign_amount: number;
  readonly cost_to_serve_amount: number;
  readonly profit_amount: number | null;
  readonly costed_share: number | null;
  readonly quality_flag: string;
}

interface PartRow {
  readonly segmentation: string;
  readonly segment: string;
  readonly client_count: number;
  readonly losing_client_count: number;
  readonly net_amount: number;
  readonly cost_to_serve_amount: number;
  readonly profit_amount: number | null;
  readonly profit_rate: number | null;
  readonly quality_flag: string;
}

interface ClientRow {
  readonly client_id: string;
  readonly name: string;
  readonly region: string;
  readonly manager_id: string | null;
}

interface SegmentRow {
  readonly client_id: string;
  readonly segment: string;
}

/** A client with the names a reader knows. */
interface Client extends ProfitRow {
  readonly name: string;
  readonly region: string;
  readonly manager_id: string;
  readonly class: string;
}

interface Data {
  readonly clients: readonly Client[];
  readonly discounts: readonly DiscountRow[];
  readonly parts: readonly PartRow[];
  readonly managers: Readonly<Record<string, string>>;
}

/** Draws what clients bring after all they cost, and the discounts they get. */
export async function render(context: PageContext): Promise<PageView> {
  const data = await readData(context);
  if (data.clients.length === 0) return { draw: () => emptyPage(context) };
  const { words } = context;
  const managers = new Set([...data.clients, ...data.discounts].map((row) => row.manager_id));
  const choices = () => [
    choiceOf(context, "class", words.columns.class, new Set(data.clients.map((row) => row.class)), (value) =>
      className(context, value),
    ),
    dimensionChoice(context, "region", data.clients),
    choiceOf(context, "manager", words.dimensions.manager, managers, (value) =>
      nameOf(data.managers, valueName(words, value)),
    ),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data) };
}

async function readData({ files }: PageContext): Promise<Data> {
  const names = new Map((await readRows<ClientRow>(files["profit-clients"])).map((row) => [row.client_id, row]));
  const classes = new Map(
    (await readRows<SegmentRow>(files["client-class-now"])).map((row) => [row.client_id, row.segment]),
  );
  const managers = await readRows<ManagerRow>(files.managers);
  const clients = (await readRows<ProfitRow>(files["client-profit"])).map((row): Client => {
    const client = names.get(row.client_id);
    return {
      ...row,
      name: client?.name ?? row.client_id,
      region: client?.region ?? "unknown",
      manager_id: client?.manager_id ?? "unknown",
      class: classes.get(row.client_id) ?? "prospect",
    };
  });
  return {
    clients,
    parts: await readRows<PartRow>(files["profit-by-segment"]),
    discounts: await readRows<DiscountRow>(files.discounts),
    managers: Object.fromEntries(managers.map((row) => [row.manager_id, row.name])),
  };
}

function className({ words }: PageContext, name: string): string {
  return name === "prospect" ? words.profit.prospect : nameOf(words.classes, name);
}

function draw(context: PageContext, all: Data): readonly Node[] {
  const { state, words, formats } = context;
  const chosen = { class: state.get("class"), region: state.get("region"), manager: state.get("manager") };
  const ofPlace = all.clients.filter(
    (row) =>
      (chosen.region === "" || row.region === chosen.region) &&
      (chosen.manager === "" || row.manager_id === chosen.manager),
  );
  const ofClass = all.discounts.filter((row) => chosen.class === "" || row.class === chosen.class);
  const data: Data = {
    ...all,
    clients: ofPlace.filter((row) => chosen.class === "" || row.class === chosen.class),
    discounts: ofClass.filter((row) => chosen.manager === "" || row.manager_id === chosen.manager),
  };
  const [first] = data.clients;
  if (first === undefined) return emptyChoice(context);
  const range = formats.monthRange(first.window_from_date, first.window_to_date);
  return [
    headline(context, summarize(context, data), words.profit.scope(range)),
    kpis(context, data),
    columns(stepBars(context, data), classBars(context, { ...data, clients: ofPlace })),
    columns(whaleCurve(context, data), leakBars(context, ofClass, data.managers)),
    clientTable(context, data),
    partTable(context, data.parts),
    discountTable(context, data.discounts, data.managers, (name) => className(context, name)),
  ];
}

const costed = (data: Data) => data.clients.filter((row) => row.profit_amount !== null);
const profitOf = (rows: readonly Client[]) => sumOf(rows, (row) => row.profit_amount);
const losing = (data: Data) => costed(data).filter((row) => (row.profit_amount ?? 0) < 0);
const rateOf = (rows: readonly Client[]) =>
  divide(
    profitOf(rows),
    sumOf(rows, (row) => row.net_amount),
  );

function summarize(context: PageContext, data: Data): string {
  const { words, formats } = context;
  const known = costed(data);
  const rate = rateOf(known);
  if (rate === null) return words.profit.none;
  const lost = losing(data);
  return words.profit.headline(
    formats.moneyShort(profitOf(known)),
    formats.percent(rate),
    lost.length,
    formats.moneyShort(-profitOf(lost)),
    formats,
  );
}

function kpis(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const texts = words.profit;
  const known = costed(data);
  const rate = rateOf(known);
  const discounted = data.discounts.filter((row) => row.list_amount !== null);
  const plain = { better: "neither", trend: [] } as const;
  return kpiRow(
    kpiCard(context, {
      ...plain,
      kind: "amount",
      name: texts.profit,
      term: "metrics.client_profit.profit_amount",
      value: known.length === 0 ? null : profitOf(known),
      show: formats.moneyShort,
      note: rate === null ? undefined : texts.rateNote(formats.percent(rate)),
    }),
    kpiCard(context, {
      ...plain,
      kind: "amount",
      name: texts.serve,
      term: "metrics.client_profit.cost_to_serve_amount",
      value: sumOf(data.clients, (row) => row.cost_to_serve_amount),
      show: formats.moneyShort,
      note: data.clients.some((row) => row.quality_flag === "no_unit_costs") ? texts.noUnitCosts : undefined,
    }),
    kpiCard(context, {
      ...plain,
      kind: "amount",
      name: texts.losing,
      term: "metrics.client_profit.profit_amount",
      value: known.length === 0 ? null : losing(data).length,
      show: formats.integer,
      note: texts.lossNote(formats.moneyShort(profitOf(losing(data)))),
    }),
    kpiCard(context, {
      ...plain,
      kind: "share",
      name: texts.discounts,
      term: "metrics.discounts.discount_rate",
      value: divide(
        sumOf(discounted, (row) => row.discount_amount),
        sumOf(discounted, (row) => row.list_amount),
      ),
      show: formats.percent,
    }),
    kpiCard(context, {
      ...plain,
      kind: "amount",
      name: texts.leak,
      term: "metrics.discounts.leak_amount",
      value: sumOf(data.discounts, (row) => row.leak_amount),
      show: formats.moneyShort,
      note: texts.leakNote,
    }),
  );
}

function stepBars(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const texts = words.profit;
  const known = costed(data);
  const step = (name: keyof typeof texts.steps, sign: 1 | -1, value: (row: Client) => number | null) => ({
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
  return barCard(
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
      ...(row.amount < 0 ? { color: "var(--category-2)" } : {}),
    }),
  );
}

function classBars(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const texts = words.profit;
  const total = profitOf(costed(data));
  const rows = [...groupBy(costed(data), (row) => row.class)]
    .map(([value, list]) => ({
      value,
      name: className(context, value),
      clients: list.length,
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

/** Points of the curve: every client of a small company, about two hundred of a large one. */
const curvePoints = 200;

function whaleCurve(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const texts = words.profit;
  const sorted = costed(data).toSorted((left, right) => (right.profit_amount ?? 0) - (left.profit_amount ?? 0));
  const total = profitOf(sorted);
  let sum = 0;
  const all = sorted.map((row, index) => {
    sum += row.profit_amount ?? 0;
    return { rank: index + 1, share: (index + 1) / sorted.length, profit: sum, part: divide(sum, total) ?? 0 };
  });
  const step = Math.max(1, Math.ceil(all.length / curvePoints));
  const rows = total <= 0 ? [] : all.filter((row) => row.rank % step === 0 || row.rank === all.length);
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
      curveChart(rows.map(point), fifth === undefined ? undefined : point(fifth), formats.percentWhole, width),
  });
}

function clientTable(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const texts = words.profit;
  const column = columnsFor<Client>(context);
  return dataTable(context, {
    name: "client-profit",
    title: texts.table,
    subtitle: texts.tableSubtitle(data.clients.length, formats),
    rows: data.clients,
    columns: [
      clientColumn<Client>(context),
      column.text(words.columns.class, (row) => className(context, row.class)),
      summed(column.money(words.metrics.netSales, (row) => row.net_amount)),
      summed(column.money(texts.columns.discount, (row) => row.discount_amount)),
      column.money(texts.columns.goods, (row) => row.goods_amount),
      summed(column.money(texts.columns.serve, (row) => row.cost_to_serve_amount)),
      column.money(texts.columns.profit, (row) => row.profit_amount),
      column.percent(texts.columns.rate, (row) =>
        row.profit_amount === null ? null : divide(row.profit_amount, row.net_amount),
      ),
      summed(column.count(texts.columns.deliveries, (row) => row.delivery_count)),
      summed(column.count(texts.columns.contacts, (row) => row.contact_count)),
      column.percent(texts.columns.costed, (row) => row.costed_share),
      column.named(words.columns.quality, (row) => row.quality_flag, { ...words.flags, ...texts.flags }),
      column.named(words.dimensions.region, (row) => row.region, words.values),
      column.text(words.dimensions.manager, (row) => nameOf(data.managers, valueName(words, row.manager_id))),
    ],
  });
}

function partTable(context: PageContext, parts: readonly PartRow[]): HTMLElement {
  const { words } = context;
  const texts = words.profit;
  const names = { class: words.classes, rfm: { ...words.segments, inactive: words.classes.inactive ?? "" } };
  const partName = ({ segmentation, segment }: PartRow) =>
    segmentation === "class" && segment === "prospect"
      ? texts.prospect
      : nameOf(segmentation === "class" || segmentation === "rfm" ? names[segmentation] : words.values, segment);
  const column = columnsFor<PartRow>(context);
  return dataTable(context, {
    name: "profit-by-segment",
    title: texts.partTable,
    subtitle: texts.partSubtitle,
    rows: parts,
    columns: [
      column.named(words.portrait.segmentation, (row) => row.segmentation, words.portrait.segmentations),
      column.text(words.portrait.segment, partName),
      column.count(words.columns.clients, (row) => row.client_count),
      column.count(texts.losing, (row) => row.losing_client_count),
      column.money(words.metrics.netSales, (row) => row.net_amount),
      column.money(texts.columns.serve, (row) => row.cost_to_serve_amount),
      column.money(texts.columns.profit, (row) => row.profit_amount),
      column.percent(texts.columns.rate, (row) => row.profit_rate),
      column.named(words.columns.quality, (row) => row.quality_flag, { ...words.flags, ...texts.flags }),
    ],
  });
}
