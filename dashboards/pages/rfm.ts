import { barChart } from "../charts/bars.ts";
import { matrixChart } from "../charts/matrix.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy, listHref } from "../components/choose.ts";
import { clientColumn } from "../components/client-link.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { element } from "../components/dom.ts";
import { choiceOf, dimensionChoice, filterBar } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { type LongList, longListCard, readLongList } from "../components/long-list.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyPage, headline, kpiRow } from "../components/page.ts";
import { dataTable, plainTable, summed } from "../components/table.ts";
import { readRows } from "../data.ts";
import { divide, groupBy, sumOf } from "../figures.ts";
import type { ClientRow, ManagerRow, RfmCutRow, RfmGridRow, RfmRow, RfmSegmentRow } from "../rows.ts";

/** Segments in the order of what they are worth and what to do. */
const segmentOrder = [
  "champions",
  "loyal",
  "potential_loyalist",
  "new",
  "promising",
  "needs_attention",
  "about_to_sleep",
  "cannot_lose",
  "at_risk",
  "hibernating",
] as const;

const segmentsAtRisk: ReadonlySet<string> = new Set(["cannot_lose", "at_risk"]);

interface Data {
  readonly segments: readonly RfmSegmentRow[];
  readonly grid: readonly RfmGridRow[];
  readonly cuts: readonly RfmCutRow[];
  readonly clients: LongList<ScoredClient>;
}

interface ScoredClient extends RfmRow {
  readonly name: string;
  readonly region: string;
  readonly manager_id: string;
  readonly manager: string;
}

/** Draws RFM: where clients stand by recency and value, and whom we are about to lose. */
export async function render(context: PageContext): Promise<PageView> {
  const { files, words } = context;
  const segments = await readRows<RfmSegmentRow>(files["rfm-segments"]);
  const data: Data = {
    segments: segmentOrder.flatMap((name) => segments.filter((row) => row.segment === name)),
    grid: await readRows<RfmGridRow>(files["rfm-grid"]),
    cuts: await readRows<RfmCutRow>(files["rfm-cuts"]),
    clients: await readLongList(context, "metrics.rfm", () => readClients(context)),
  };
  if (data.clients.rows?.length === 0) return { draw: () => emptyPage(context) };
  const listed = () => data.clients.rows ?? [];
  const choices = () => {
    const managers = new Map(listed().map((row) => [row.manager_id, row.manager]));
    return [
      choiceOf(context, "segment", words.columns.segment, segmentOrder, (value) => nameOf(words.segments, value)),
      dimensionChoice(context, "region", listed()),
      choiceOf(context, "manager", words.dimensions.manager, managers.keys(), (value) => managers.get(value) ?? value),
    ];
  };
  return { filters: filterBar(context, choices), draw: () => draw(context, data) };
}

async function readClients(context: PageContext): Promise<readonly ScoredClient[]> {
  const { files, words } = context;
  const managers = new Map((await readRows<ManagerRow>(files.managers)).map((row) => [row.manager_id, row.name]));
  const clients = new Map((await readRows<ClientRow>(files.clients)).map((row) => [row.client_id, row]));
  return (await readRows<RfmRow>(files.rfm))
    .map((row): ScoredClient => {
      const client = clients.get(row.client_id);
      const manager = client?.manager_id ?? "unknown";
      return {
        ...row,
        name: client?.name ?? row.client_id,
        region: client?.region ?? "unknown",
        manager_id: manager,
        manager: managers.get(manager) ?? valueName(words, manager),
      };
    })
    .sort((left, right) => right.monetary_amount - left.monetary_amount);
}

function draw(context: PageContext, data: Data): readonly Node[] {
  return [
    headline(context, summarize(context, data), context.words.rfm.scope),
    kpis(context, data),
    columns(grid(context, data), segmentBars(context, data)),
    clientTable(context, data.clients),
    columns(segmentTable(context, data), cutTable(context, data)),
  ];
}

function summarize(context: PageContext, data: Data): string {
  const { words, formats } = context;
  const champions = data.segments.find((row) => row.segment === "champions");
  const risk = data.segments.filter((row) => segmentsAtRisk.has(row.segment));
  return words.rfm.headline(
    champions?.client_count ?? 0,
    formats.percent(champions?.net_amount_share ?? 0),
    sumOf(risk, (row) => row.client_count),
    formats.moneyShort(sumOf(risk, (row) => row.net_amount)),
    formats,
  );
}

function kpis(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const card = (name: string, matches: (segment: string) => boolean, better: "more" | "less", segment?: string) => {
    const rows = data.segments.filter((row) => matches(row.segment));
    return kpiCard(context, {
      name,
      ...(segment === undefined ? {} : { href: listHref("rfm-clients", { segment }) }),
      term: "metrics.rfm_segments.segment",
      value: sumOf(rows, (row) => row.client_count),
      before: sumOf(rows, (row) => row.previous_client_count),
      comparedWith: words.rfm.monthAgo,
      show: formats.integer,
      kind: "amount",
      better,
      trend: [],
      note: words.rfm.segmentNote(formats.moneyShort(sumOf(rows, (row) => row.net_amount))),
    });
  };
  return kpiRow(
    card(nameOf(words.segments, "champions"), (name) => name === "champions", "more", "champions"),
    card(nameOf(words.segments, "loyal"), (name) => name === "loyal", "more", "loyal"),
    card(words.rfm.atRisk, (name) => segmentsAtRisk.has(name), "less"),
    card(nameOf(words.segments, "hibernating"), (name) => name === "hibernating", "less", "hibernating"),
  );
}

const scores = [1, 2, 3, 4, 5] as const;

function grid(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const largest = [...data.grid].sort((left, right) => right.net_amount - left.net_amount)[0];
  const column = columnsFor<RfmGridRow>(context);
  return chartCard(context, {
    name: "rfm-grid",
    title:
      largest === undefined
        ? words.rfm.gridSubtitle
        : words.rfm.gridTitle(
            nameOf(words.segments, largest.segment),
            largest.recency_score,
            largest.fm_score,
            formats.moneyShort(largest.net_amount),
          ),
    subtitle: words.rfm.gridSubtitle,
    rows: data.grid,
    columns: [
      column.count(words.columns.recencyScore, (row) => row.recency_score),
      column.count(words.columns.fmScore, (row) => row.fm_score),
      column.named(words.columns.segment, (row) => row.segment, words.segments),
      column.count(words.columns.clients, (row) => row.client_count),
      column.money(words.metrics.netSales, (row) => row.net_amount),
    ],
    draw: (width) =>
      matrixChart(
        {
          xs: scores.map((score) => words.rfm.fmAxis(score)),
          ys: [...scores].reverse().map((score) => words.rfm.recencyAxis(score)),
          rowHeight: 52,
          cells: data.grid.map((row) => ({
            x: words.rfm.fmAxis(row.fm_score),
            y: words.rfm.recencyAxis(row.recency_score),
            value: row.net_amount,
            text:
              width > 480
                ? `${nameOf(words.segments, row.segment)}\n${formats.integer(row.client_count)}`
                : formats.integer(row.client_count),
            detail: `${nameOf(words.segments, row.segment)}: ${formats.list([formats.integer(row.client_count), formats.money(row.net_amount)])}`,
            action: filterBy(context, "segment", row.segment),
          })),
        },
        width,
      ),
  });
}

function segmentBars(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const moves = data.segments.map((row) => ({ row, change: row.client_count - row.previous_client_count }));
  const most = [...moves].sort((left, right) => Math.abs(right.change) - Math.abs(left.change))[0];
  const column = columnsFor<RfmSegmentRow>(context);
  return chartCard(context, {
    name: "rfm-segments",
    title:
      most === undefined || most.change === 0
        ? words.rfm.segmentsSame
        : words.rfm.segmentsTitle(nameOf(words.segments, most.row.segment), formats.change(most.change)),
    subtitle: words.rfm.segmentsSubtitle,
    rows: data.segments,
    columns: [
      column.named(words.columns.segment, (row) => row.segment, words.segments),
      column.count(words.columns.clients, (row) => row.client_count),
      column.count(words.columns.monthBefore, (row) => row.previous_client_count),
      column.money(words.metrics.netSales, (row) => row.net_amount),
    ],
    draw: (width) =>
      barChart(
        moves.map(({ row, change }) => ({
          label: nameOf(words.segments, row.segment),
          action: filterBy(context, "segment", row.segment),
          value: row.client_count,
          text:
            change === 0
              ? formats.integer(row.client_count)
              : `${formats.integer(row.client_count)} (${formats.change(change)})`,
        })),
        width,
      ),
  });
}

function clientTable(context: PageContext, list: LongList<ScoredClient>): HTMLElement {
  const { words, formats, state } = context;
  if (list.rows === undefined) return longListCard(context, list, words.rfm.table);
  const chosen = { segment: state.get("segment"), region: state.get("region"), manager: state.get("manager") };
  const rows = list.rows.filter(
    (row) =>
      (chosen.segment === "" || row.segment === chosen.segment) &&
      (chosen.region === "" || row.region === chosen.region) &&
      (chosen.manager === "" || row.manager_id === chosen.manager),
  );
  const net = sumOf(rows, (row) => row.monetary_amount);
  const share = divide(
    net,
    sumOf(list.rows, (row) => row.monetary_amount),
  );
  const column = columnsFor<ScoredClient>(context);
  return dataTable(context, {
    name: "rfm-clients",
    title: words.rfm.table,
    subtitle: words.clients.tableSubtitle(formats.moneyShort(net), formats.percent(share ?? 0)),
    rows,
    columns: [
      clientColumn<ScoredClient>(context),
      column.named(words.columns.segment, (row) => row.segment, words.segments),
      column.named(words.columns.segmentBefore, (row) => row.previous_segment, words.segments),
      column.text("RFM", (row) => row.rfm, context.formats.digits),
      column.count(words.columns.recencyDays, (row) => row.recency_days),
      column.count(words.columns.frequency, (row) => row.frequency),
      summed(column.money(words.metrics.netSales, (row) => row.monetary_amount)),
      column.named(words.dimensions.region, (row) => row.region, words.values),
      column.text(words.dimensions.manager, (row) => row.manager),
    ],
  });
}

function segmentTable(context: PageContext, data: Data): HTMLElement {
  const { words } = context;
  const column = columnsFor<RfmSegmentRow>(context);
  return dataTable(context, {
    name: "rfm-segment-figures",
    title: words.rfm.segmentTable,
    subtitle: words.rfm.scope,
    rows: data.segments,
    columns: [
      column.named(words.columns.segment, (row) => row.segment, words.segments),
      column.count(words.columns.clients, (row) => row.client_count),
      column.percent(words.columns.salesShare, (row) => row.net_amount_share),
      column.decimal(words.columns.recencyDays, (row) => row.average_recency_days),
      column.decimal(words.columns.frequency, (row) => row.average_frequency),
      column.money(words.columns.averageAmount, (row) => row.average_amount),
    ],
  });
}

function cutTable(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const rows = [...groupBy(data.cuts, (row) => row.measure)].map(([measure, list]) => ({
    measure,
    values: list.map((row) => row.value),
    distinct: list[0]?.distinct_score_count ?? 0,
  }));
  const column = columnsFor<(typeof rows)[number]>(context);
  return element(
    "section",
    { class: "card" },
    element("h2", {}, words.rfm.cuts),
    element("p", { class: "chart-subtitle" }, words.rfm.cutsSubtitle),
    plainTable(
      rows,
      [
        column.text(words.columns.measure, (row) => nameOf(words.rfm.measures, row.measure)),
        ...[0, 1, 2, 3].map((index) =>
          column.decimal(formats.percentWhole((index + 1) / 5), (row) => row.values[index] ?? null),
        ),
        column.count(words.columns.distinctScores, (row) => row.distinct),
      ],
      words.rfm.cuts,
      words.tables.scrollable,
    ),
  );
}
