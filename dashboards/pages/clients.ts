import { listHref } from "../components/choose.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, dimensionChoice, filterBar, managerChoice } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { managerName } from "../components/monthly.ts";
import { nameOf } from "../components/names.ts";
import { columns, emptyPage, headline, kpiRow } from "../components/page.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { sumOf } from "../figures.ts";
import { classBars, classHistory, migrationMatrix, paretoCurve } from "./clients-charts.ts";
import { type ClientsData, classOrder, currentClasses, readClients } from "./clients-data.ts";
import { movementChart } from "./clients-movement.ts";
import { clientTable } from "./clients-table.ts";

/** Draws who the clients are, how classes move, and how far sales hang on a few. */
export async function render(context: PageContext): Promise<PageView> {
  const { words } = context;
  const data = await readClients(context);
  if (!data.classes.some((row) => row.is_current)) return { draw: () => emptyPage(context) };
  const places = () => (data.movement.length > 0 ? data.movement : (data.clients.rows ?? []));
  const choices = () => [
    choiceOf(context, "class", words.columns.class, classOrder, (value) => nameOf(words.classes, value)),
    choiceOf(context, "before", words.columns.previousClass, [...classOrder, "none"], (value) =>
      nameOf(words.classes, value),
    ),
    dimensionChoice(context, "region", places()),
    managerChoice(context, places(), (id) => managerName(context, data.managers, id)),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data) };
}

function draw(context: PageContext, data: ClientsData): readonly Node[] {
  const { words, formats, state } = context;
  const current = currentClasses(data);
  const month = current[0]?.month ?? context.snapshot.asOfDate;
  const ofAllClasses = (part: HTMLElement) => unfiltered(context, ["class", "before"], part);
  // Only a cell is marked, and a cell is chosen by both classes.
  const isCell = state.get("class") !== "" && state.get("before") !== "";
  const moves = migrationMatrix(context, data);
  const classMoves = isCell ? moves : ofAllClasses(moves);
  return [
    ...[
      ofAllClasses(headline(context, summarize(context, data), words.clients.scope(formats.month(month)))),
      ofAllClasses(kpis(context, data)),
      columns(unfiltered(context, ["before"], classBars(context, data)), ofAllClasses(classHistory(context, data))),
      columns(classMoves, ofAllClasses(paretoCurve(context, data))),
    ].map((part) => unfiltered(context, ["region", "manager"], part)),
    ofAllClasses(movementChart(context, data.movement)),
    clientTable(context, data.clients),
  ];
}

function summarize(context: PageContext, data: ClientsData): string {
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

function kpis(context: PageContext, data: ClientsData): HTMLElement {
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
