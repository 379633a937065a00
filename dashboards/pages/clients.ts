import { barChart } from "../charts/bars.ts";
import { curveChart } from "../charts/curve.ts";
import { matrixChart } from "../charts/matrix.ts";
import { trendCard } from "../components/cards.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy, listHref } from "../components/choose.ts";
import { clientColumn } from "../components/client-link.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, dimensionChoice, filterBar } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { type LongList, longListCard, readLongList } from "../components/long-list.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyPage, headline, kpiRow } from "../components/page.ts";
import { dataTable, summed } from "../components/table.ts";
import { readRows } from "../data.ts";
import { divide, sumOf } from "../figures.ts";
import type {
  ClassRow,
  ClientAbcRow,
  ClientClassRow,
  ClientRow,
  ManagerRow,
  MigrationRow,
  ParetoRow,
  ParetoSummaryRow,
  ThresholdRow,
} from "../rows.ts";
import { type MovementRow, movementChart } from "./clients-movement.ts";

/** Classes, most valuable first; `none` stands for clients that were not there the period before. */
const classOrder = ["key", "medium", "small", "occasional", "new", "inactive"] as const;
const shownAsLines = ["key", "medium", "small", "occasional"] as const;
const lineColors = ["var(--category-1)", "var(--category-2)", "var(--category-3)", "var(--category-4)"] as const;

interface Data {
  readonly classes: readonly ClassRow[];
  readonly migration: readonly MigrationRow[];
  readonly threshold: ThresholdRow | undefined;
  readonly clients: LongList<ListedClient>;
  readonly pareto: readonly ParetoRow[];
  readonly movement: readonly MovementRow[];
  readonly concentration: readonly ParetoSummaryRow[];
}

/** A client of the list, with everything the page knows. */
interface ListedClient {
  readonly client_id: string;
  readonly name: string;
  readonly region: string;
  readonly manager_id: string;
  readonly manager: string;
  readonly class: string;
  readonly previous: string | null;
  readonly abc: string | null;
  readonly xyz: string | null;
  readonly orders: number;
  readonly net: number;
  readonly lastOrder: string | null;
}

/** Draws who the clients are, how classes move, and how far sales hang on a few. */
export async function render(context: PageContext): Promise<PageView> {
  const { files, words } = context;
  const thresholds = await readRows<ThresholdRow>(files.thresholds);
  const data: Data = {
    classes: await readRows<ClassRow>(files.classes),
    migration: await readRows<MigrationRow>(files.migration),
    threshold: thresholds[0],
    clients: await readLongList(context, "marts.clients", () => readClients(context)),
    pareto: await readRows<ParetoRow>(files.pareto),
    movement: await readRows<MovementRow>(files.movement),
    concentration: await readRows<ParetoSummaryRow>(files["pareto-summary"]),
  };
  if (!data.classes.some((row) => row.is_current)) return { draw: () => emptyPage(context) };
  const choices = () => [
    choiceOf(context, "class", words.columns.class, classOrder, (value) => nameOf(words.classes, value)),
    choiceOf(context, "before", words.columns.previousClass, [...classOrder, "none"], (value) =>
      nameOf(words.classes, value),
    ),
    dimensionChoice(context, "region", data.clients.rows ?? []),
    choiceOf(
      context,
      "manager",
      words.dimensions.manager,
      (data.clients.rows ?? []).map((row) => row.manager_id),
      (value) => managerOf(context, data, value),
    ),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data) };
}

async function readClients(context: PageContext): Promise<readonly ListedClient[]> {
  const { files, words } = context;
  const managers = new Map((await readRows<ManagerRow>(files.managers)).map((row) => [row.manager_id, row.name]));
  const clients = new Map((await readRows<ClientRow>(files.clients)).map((row) => [row.client_id, row]));
  const abc = new Map((await readRows<ClientAbcRow>(files["client-abc"])).map((row) => [row.client_id, row]));
  const classes = await readRows<ClientClassRow>(files["client-classes"]);
  return classes
    .map((row): ListedClient => {
      const client = clients.get(row.client_id);
      const manager = client?.manager_id ?? "unknown";
      return {
        client_id: row.client_id,
        name: client?.name ?? row.client_id,
        region: client?.region ?? "unknown",
        manager_id: manager,
        manager: managers.get(manager) ?? valueName(words, manager),
        class: row.class_published,
        previous: row.previous_class,
        abc: abc.get(row.client_id)?.abc ?? null,
        xyz: abc.get(row.client_id)?.xyz ?? null,
        orders: row.order_count,
        net: row.net_amount,
        lastOrder: client?.last_order_date ?? null,
      };
    })
    .sort((left, right) => right.net - left.net);
}

function managerOf(context: PageContext, data: Data, id: string): string {
  return data.clients.rows?.find((row) => row.manager_id === id)?.manager ?? valueName(context.words, id);
}

function draw(context: PageContext, data: Data): readonly Node[] {
  const { words, formats } = context;
  const current = currentClasses(data);
  const month = current[0]?.month ?? context.snapshot.asOfDate;
  return [
    headline(context, summarize(context, data), words.clients.scope(formats.month(month))),
    kpis(context, data),
    columns(classBars(context, data), classHistory(context, data)),
    columns(migrationMatrix(context, data), paretoCurve(context, data)),
    movementChart(context, data.movement),
    clientTable(context, data.clients),
  ];
}

function currentClasses(data: Data): readonly ClassRow[] {
  const rows = data.classes.filter((row) => row.is_current);
  return classOrder.flatMap((name) => rows.filter((row) => row.class === name));
}

function summarize(context: PageContext, data: Data): string {
  const { words, formats } = context;
  const key = currentClasses(data).find((row) => row.class === "key");
  if (key === undefined || key.client_count === 0) return words.clients.noKey;
  return words.clients.headline(
    key.client_count,
    formats.percent(key.client_share ?? 0),
    formats.percent(key.net_amount_share ?? 0),
    formats,
  );
}

function kpis(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const months = [...new Set(data.classes.map((row) => row.month))].sort();
  const last = months.slice(-13);
  const now = last.at(-1) ?? "";
  const before = last.length > 1 ? (last.at(-2) ?? "") : "";
  const find = (month: string, name: string) => data.classes.find((row) => row.month === month && row.class === name);
  const over = (figure: (month: string) => number | null) => ({
    value: figure(now),
    before: before === "" ? undefined : figure(before),
    comparedWith: before === "" ? undefined : formats.monthShort(before),
    trend: last.map(figure),
  });
  const active = (month: string) =>
    sumOf(
      data.classes.filter((row) => row.month === month && row.class !== "inactive"),
      (row) => row.client_count,
    );
  const clients = data.concentration.find((row) => row.dimension === "client");
  return kpiRow(
    kpiCard(context, {
      ...over(active),
      name: words.metrics.clientsWithSales,
      term: "metrics.client_class_summary.client_count",
      show: formats.integer,
      kind: "amount",
      better: "more",
    }),
    kpiCard(context, {
      ...over((month) => find(month, "key")?.client_count ?? null),
      name: words.metrics.keyClients,
      href: listHref("clients", { class: "key" }),
      term: "metrics.client_class_summary.class",
      show: formats.integer,
      kind: "amount",
      better: "more",
    }),
    kpiCard(context, {
      ...over((month) => find(month, "key")?.net_amount_share ?? null),
      name: words.metrics.keyShare,
      term: "metrics.client_class_summary.net_amount_share",
      show: formats.percent,
      kind: "share",
      better: "neither",
    }),
    kpiCard(context, {
      name: words.metrics.top20,
      term: "metrics.pareto_summary.top20_share",
      value: clients?.top20_share ?? null,
      show: formats.percent,
      kind: "share",
      better: "neither",
      trend: [],
      note: clients === undefined ? undefined : words.clients.giniNote(formats.ratio(clients.gini ?? 0)),
    }),
  );
}

function classBars(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const rows = currentClasses(data).filter((row) => row.client_count > 0);
  const largest = [...rows].sort((left, right) => right.net_amount - left.net_amount)[0];
  const column = columnsFor<ClassRow>(context);
  const { threshold } = data;
  return chartCard(context, {
    name: "client-classes",
    title:
      largest === undefined
        ? words.columns.class
        : words.clients.classTitle(
            nameOf(words.classes, largest.class),
            formats.percent(largest.net_amount_share ?? 0),
          ),
    subtitle:
      threshold?.key_from_amount === undefined || threshold.key_from_amount === null
        ? words.clients.classSubtitle
        : words.clients.classThreshold(
            formats.short(threshold.key_from_amount),
            formats.short(threshold.medium_from_amount ?? 0),
          ),
    rows,
    columns: [
      column.named(words.columns.class, (row) => row.class, words.classes),
      column.count(words.columns.clients, (row) => row.client_count),
      column.percent(words.columns.clientShare, (row) => row.client_share),
      column.money(words.metrics.netSales, (row) => row.net_amount),
      column.percent(words.columns.salesShare, (row) => row.net_amount_share),
    ],
    draw: (width) =>
      barChart(
        rows.map((row) => ({
          label: nameOf(words.classes, row.class),
          action: filterBy(context, "class", row.class),
          value: row.net_amount,
          text: words.clients.classBar(formats.percent(row.net_amount_share ?? 0), row.client_count, formats),
        })),
        width,
      ),
  });
}

function classHistory(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const months = [...new Set(data.classes.map((row) => row.month))].sort();
  const count = (month: string, name: string) =>
    data.classes.find((row) => row.month === month && row.class === name)?.client_count ?? 0;
  const rows = months.map((month) => ({
    month,
    counts: Object.fromEntries(classOrder.map((name) => [name, count(month, name)])),
  }));
  const change = count(months.at(-1) ?? "", "key") - count(months.at(-13) ?? months[0] ?? "", "key");
  const column = columnsFor<(typeof rows)[number]>(context);
  return trendCard(
    context,
    {
      name: "class-history",
      title: words.clients.historyTitle(
        formats.change(change),
        change,
        formats.monthShort(months.at(-13) ?? months[0] ?? context.snapshot.asOfDate),
      ),
      subtitle: words.clients.historySubtitle,
      rows,
      columns: [
        column.month(words.columns.month, (row) => row.month),
        ...classOrder.map((name) => column.count(nameOf(words.classes, name), (row) => row.counts[name] ?? 0)),
      ],
    },
    {
      series: shownAsLines.map((name, index) => ({
        label: nameOf(words.classes, name),
        color: lineColors[index] ?? "var(--accent)",
        points: months.map((month) => ({ month, value: count(month, name) })),
      })),
      show: formats.integer,
      axis: formats.short,
      fromZero: true,
    },
  );
}

function migrationMatrix(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const rank = (name: string) => {
    const index = [...classOrder, "none"].indexOf(name);
    return index < 0 ? classOrder.length : index;
  };
  const known = data.migration.filter((row) => row.client_count > 0);
  const moved = known.filter(
    (row) => row.from_class !== row.to_class && row.from_class !== "none" && row.from_class !== "new",
  );
  const up = sumOf(
    moved.filter((row) => rank(row.to_class) < rank(row.from_class)),
    (row) => row.client_count,
  );
  const down = sumOf(
    moved.filter((row) => rank(row.to_class) > rank(row.from_class)),
    (row) => row.client_count,
  );
  const names = (values: readonly string[]) =>
    [...new Set(values)].sort((left, right) => rank(left) - rank(right)).map((name) => nameOf(words.classes, name));
  const column = columnsFor<MigrationRow>(context);
  return chartCard(context, {
    name: "class-migration",
    title: words.clients.migrationTitle(up, down, formats),
    subtitle: words.clients.migrationSubtitle,
    rows: known,
    columns: [
      column.named(words.columns.fromClass, (row) => row.from_class, words.classes),
      column.named(words.columns.toClass, (row) => row.to_class, words.classes),
      column.count(words.columns.clients, (row) => row.client_count),
      column.money(words.metrics.netSales, (row) => row.net_amount),
    ],
    draw: (width) =>
      matrixChart(
        {
          xs: names(known.map((row) => row.to_class)),
          ys: names(known.map((row) => row.from_class)),
          rowHeight: 36,
          cells: known.map((row) => ({
            x: nameOf(words.classes, row.to_class),
            y: nameOf(words.classes, row.from_class),
            value: row.client_count,
            text: formats.integer(row.client_count),
            detail: `${nameOf(words.classes, row.from_class)} → ${nameOf(words.classes, row.to_class)}: ${formats.integer(row.client_count)}`,
            action: filterBy(context, "class", row.to_class, { before: row.from_class }),
          })),
        },
        width,
      ),
  });
}

function paretoCurve(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const rows = data.pareto.filter((row) => row.dimension === "client");
  const summary = data.concentration.find((row) => row.dimension === "client");
  const column = columnsFor<ParetoRow>(context);
  const k80 = summary?.k80_count ?? null;
  const share = summary?.k80_share ?? null;
  return chartCard(context, {
    name: "client-pareto",
    title:
      k80 === null || share === null
        ? words.clients.paretoPlain
        : words.clients.paretoTitle(k80, formats.percent(share), formats),
    subtitle: words.clients.paretoSubtitle,
    rows,
    columns: [
      column.count(words.columns.rank, (row) => row.rank),
      column.money(words.metrics.netSales, (row) => row.amount),
      column.percent(words.columns.cumulativeShare, (row) => row.cumulative_share),
      column.percent(words.columns.cumulativeClients, (row) => row.cumulative_entity_share),
    ],
    draw: (width) =>
      curveChart(
        rows.map((row) => ({
          x: row.cumulative_entity_share,
          y: row.cumulative_share,
          detail: words.clients.paretoPoint(
            formats.percent(row.cumulative_entity_share),
            formats.percent(row.cumulative_share),
          ),
        })),
        share === null
          ? undefined
          : { x: share, y: 0.8, detail: words.clients.paretoPoint(formats.percent(share), formats.percentWhole(0.8)) },
        formats.percentWhole,
        width,
      ),
  });
}

function clientTable(context: PageContext, list: LongList<ListedClient>): HTMLElement {
  const { words, formats, state } = context;
  if (list.rows === undefined) return longListCard(context, list, words.clients.table);
  const chosen = {
    class: state.get("class"),
    before: state.get("before"),
    region: state.get("region"),
    manager: state.get("manager"),
  };
  const rows = list.rows.filter(
    (row) =>
      (chosen.class === "" || row.class === chosen.class) &&
      (chosen.before === "" || (row.previous ?? "none") === chosen.before) &&
      (chosen.region === "" || row.region === chosen.region) &&
      (chosen.manager === "" || row.manager_id === chosen.manager),
  );
  const net = sumOf(rows, (row) => row.net);
  const share = divide(
    net,
    sumOf(list.rows, (row) => row.net),
  );
  const column = columnsFor<ListedClient>(context);
  return dataTable(context, {
    name: "clients",
    title: words.clients.table,
    subtitle: words.clients.tableSubtitle(formats.moneyShort(net), formats.percent(share ?? 0)),
    rows,
    columns: [
      clientColumn<ListedClient>(context),
      column.named(words.columns.class, (row) => row.class, words.classes),
      column.named(words.columns.previousClass, (row) => row.previous, words.classes),
      column.text("ABC", (row) => row.abc),
      column.text("XYZ", (row) => row.xyz),
      summed(column.money(words.metrics.netSales, (row) => row.net)),
      summed(column.count(words.metrics.orders, (row) => row.orders)),
      column.day(words.columns.lastOrder, (row) => row.lastOrder),
      column.named(words.dimensions.region, (row) => row.region, words.values),
      column.text(words.dimensions.manager, (row) => row.manager),
    ],
  });
}
