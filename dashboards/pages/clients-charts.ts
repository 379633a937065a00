import { barChart } from "../charts/bars.ts";
import { curveChart } from "../charts/curve.ts";
import { matrixChart } from "../charts/matrix.ts";
import { trendCard } from "../components/cards.ts";
import { chartCard } from "../components/chart.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { nameOf } from "../components/names.ts";
import { sumOf } from "../figures.ts";
import type { ClassRow, MigrationRow, ParetoRow } from "../rows.ts";
import { type ClientsData, classOrder, currentClasses } from "./clients-data.ts";

const shownAsLines = ["key", "medium", "small", "occasional"] as const;
const lineColors = ["var(--category-1)", "var(--category-2)", "var(--category-3)", "var(--category-4)"] as const;

/** Draws what each class is worth; a bar filters the list. */
export function classBars(context: PageContext, data: ClientsData): HTMLElement {
  const { words, formats } = context;
  const rows = currentClasses(data).filter((row) => row.client_count > 0);
  const largest = [...rows].sort((left, right) => right.net_amount - left.net_amount)[0];
  const column = columnsFor<ClassRow>(context);
  const { threshold } = data;
  const volume = threshold?.measure === "net_amount" ? formats.moneyShort : formats.short;
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
        : words.clients.classThreshold(volume(threshold.key_from_amount), volume(threshold.medium_from_amount ?? 0)),
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
          text: words.clients.classBar(
            row.net_amount_share === null ? "—" : formats.percent(row.net_amount_share),
            row.client_count,
            formats,
          ),
        })),
        width,
      ),
  });
}

/** Draws how many clients each class had, month by month. */
export function classHistory(context: PageContext, data: ClientsData): HTMLElement {
  const { words, formats } = context;
  const months = [...new Set(data.classes.map((row) => row.month))].sort();
  const count = (month: string, name: string) =>
    data.classes.find((row) => row.month === month && row.class === name)?.client_count ?? 0;
  const rows = months.map((month) => ({
    month,
    counts: Object.fromEntries(classOrder.map((name) => [name, count(month, name)])),
  }));
  const before = months.at(-13) ?? (months.length > 1 ? months[0] : undefined);
  const change = count(months.at(-1) ?? "", "key") - count(before ?? "", "key");
  const column = columnsFor<(typeof rows)[number]>(context);
  return trendCard(
    context,
    {
      name: "class-history",
      title:
        before === undefined
          ? words.clients.historySubtitle
          : words.clients.historyTitle(formats.change(change), change, formats.monthShort(before)),
      subtitle: before === undefined ? "" : words.clients.historySubtitle,
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

/** Draws which class clients came from and where they went; a cell filters the list. */
export function migrationMatrix(context: PageContext, data: ClientsData): HTMLElement {
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

/** Draws how far sales hang on a few clients. */
export function paretoCurve(context: PageContext, data: ClientsData): HTMLElement {
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
        { x: words.columns.cumulativeClients, y: words.columns.cumulativeShare },
        width,
      ),
  });
}
