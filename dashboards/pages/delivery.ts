import { barChart } from "../charts/bars.ts";
import { trendChart } from "../charts/trend.ts";
import { chartCard } from "../components/chart.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, filterBar, periodChoices, readPeriod } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import {
  columns,
  compareText,
  emptyPage,
  findCoverage,
  headline,
  kpiRow,
  nameOf,
  periodText,
  trendMonths,
  valueName,
} from "../components/page.ts";
import { type Coverage, isWithin, type MonthRange, monthsOf, type Period } from "../components/period.ts";
import { dataTable } from "../components/table.ts";
import { readRows } from "../data.ts";
import { groupBy, groupInOrder, ratioOf, sumOf } from "../figures.ts";
import type { CarrierRow, DeliveryRow, KpiRow, ManagerRow } from "../rows.ts";

interface Data {
  readonly lines: readonly DeliveryRow[];
  readonly carriers: readonly CarrierRow[];
  readonly managers: Readonly<Record<string, string>>;
  readonly incomplete: string | undefined;
}

/** Draws delivery: what arrives on time and in full, and who is late. */
export async function render(context: PageContext): Promise<PageView> {
  const { files, snapshot, words } = context;
  const kpi = await readRows<KpiRow>(files.kpi);
  const managers = await readRows<ManagerRow>(files.managers);
  const data: Data = {
    lines: await readRows<DeliveryRow>(files.delivery),
    carriers: await readRows<CarrierRow>(files.carriers),
    managers: Object.fromEntries(managers.map((row) => [row.manager_id, row.name])),
    incomplete: kpi.find((row) => !row.is_complete)?.month,
  };
  const coverage = findCoverage(kpi, snapshot.fiscalYearStartMonth);
  if (coverage === undefined || data.lines.length === 0) return { draw: () => emptyPage(context) };
  const name = (value: string) => valueName(words, value);
  const choices = () => [
    ...periodChoices(context, coverage),
    choiceOf(
      context,
      "region",
      words.dimensions.region,
      data.lines.map((row) => row.region),
      name,
    ),
    choiceOf(
      context,
      "manager",
      words.dimensions.manager,
      data.lines.map((row) => row.manager_id),
      (value) => nameOf(data.managers, name(value)),
    ),
    choiceOf(
      context,
      "carrier",
      words.dimensions.carrier,
      data.lines.map((row) => row.carrier),
      name,
    ),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data, coverage) };
}

function draw(context: PageContext, all: Data, coverage: Coverage): readonly Node[] {
  const { state } = context;
  const period = readPeriod(context, coverage);
  const chosen = { region: state.get("region"), manager_id: state.get("manager"), carrier: state.get("carrier") };
  const lines = all.lines.filter(
    (row) =>
      (chosen.region === "" || row.region === chosen.region) &&
      (chosen.manager_id === "" || row.manager_id === chosen.manager_id) &&
      (chosen.carrier === "" || row.carrier === chosen.carrier),
  );
  const data = { ...all, lines };
  return [
    headline(context, summarize(context, data, period), periodText(context, period)),
    kpis(context, data, period, coverage),
    trend(context, data, period),
    columns(
      lateBars(context, data, period, "carrier"),
      lateBars(context, data, period, "region"),
      lateBars(context, data, period, "manager_id"),
    ),
    carrierTable(context, all),
  ];
}

const due = (rows: readonly DeliveryRow[], range: MonthRange | undefined) =>
  range === undefined ? [] : rows.filter((row) => isWithin(row.due_month, range));
const onTimeRate = (rows: readonly DeliveryRow[]) =>
  ratioOf(
    rows,
    (row) => row.on_time_count,
    (row) => row.lines_due_count,
  );
const inFullRate = (rows: readonly DeliveryRow[]) =>
  ratioOf(
    rows,
    (row) => row.in_full_count,
    (row) => row.lines_due_count,
  );
const otifRate = (rows: readonly DeliveryRow[]) =>
  ratioOf(
    rows,
    (row) => row.otif_count,
    (row) => row.lines_due_count,
  );

function summarize(context: PageContext, data: Data, period: Period): string {
  const { words, formats } = context;
  const rows = due(data.lines, period);
  const rate = onTimeRate(rows);
  if (rate === null) return words.states.empty;
  const late = sumOf(rows, (row) => row.lines_due_count - row.on_time_count);
  return words.delivery.headline(formats.percent(rate), formats.percent(otifRate(rows) ?? 0), late, formats);
}

function kpis(context: PageContext, data: Data, period: Period, coverage: Coverage): HTMLElement {
  const { words, formats, snapshot } = context;
  const months = monthsOf(trendMonths(period, coverage));
  const over = (figure: (rows: readonly DeliveryRow[]) => number | null) => ({
    value: figure(due(data.lines, period)),
    before: period.compare === undefined ? undefined : figure(due(data.lines, period.compare)),
    comparedWith: compareText(context, period),
    trend: months.map((month) => figure(due(data.lines, { from: month, to: month }))),
  });
  const target = (value: number | null, goal: number) =>
    value === null
      ? undefined
      : { value: goal, progress: value / goal, label: words.kpi.targetAtLeast(formats.percentWhole(goal)) };
  const now = due(data.lines, period);
  const { targets } = snapshot;
  return kpiRow(
    kpiCard(context, {
      ...over(onTimeRate),
      name: words.metrics.onTime,
      show: formats.percent,
      kind: "share",
      better: "more",
      target: target(onTimeRate(now), targets.onTimeRate),
    }),
    kpiCard(context, {
      ...over(otifRate),
      name: words.metrics.otif,
      show: formats.percent,
      kind: "share",
      better: "more",
      target: target(otifRate(now), targets.otifRate),
    }),
    kpiCard(context, {
      ...over(inFullRate),
      name: words.metrics.inFull,
      show: formats.percent,
      kind: "share",
      better: "more",
    }),
    kpiCard(context, {
      ...over((rows) => sumOf(rows, (row) => row.undelivered_count)),
      name: words.metrics.undelivered,
      show: formats.integer,
      kind: "amount",
      better: "less",
    }),
  );
}

function trend(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words, formats, snapshot } = context;
  const rows = groupInOrder(data.lines, (row) => row.due_month).map(([month, lines]) => ({
    month,
    due: sumOf(lines, (row) => row.lines_due_count),
    onTime: onTimeRate(lines),
    inFull: inFullRate(lines),
    otif: otifRate(lines),
  }));
  const rate = onTimeRate(due(data.lines, period));
  const goal = snapshot.targets.onTimeRate;
  const column = columnsFor<(typeof rows)[number]>(context);
  const points = (value: (row: (typeof rows)[number]) => number | null) =>
    rows.map((row) => ({ month: row.month, value: value(row) }));
  return chartCard(context, {
    name: "delivery-by-month",
    title:
      rate === null
        ? words.metrics.onTime
        : words.delivery.title(formats.percent(rate), formats.percentWhole(goal), rate >= goal),
    subtitle: words.delivery.subtitle,
    rows,
    columns: [
      column.month(words.columns.month, (row) => row.month),
      column.count(words.columns.linesDue, (row) => row.due),
      column.percent(words.metrics.onTime, (row) => row.onTime),
      column.percent(words.metrics.inFull, (row) => row.inFull),
      column.percent(words.metrics.otif, (row) => row.otif),
    ],
    draw: (width) =>
      trendChart(
        {
          series: [
            { label: words.metrics.onTimeShort, color: "var(--accent)", points: points((row) => row.onTime) },
            {
              label: words.metrics.otifShort,
              color: "var(--category-2)",
              isDashed: true,
              points: points((row) => row.otif),
            },
          ],
          show: formats.percent,
          axis: formats.percentWhole,
          month: formats.monthShort,
          target: { value: goal, label: words.kpi.target },
          incomplete: data.incomplete,
          fromZero: false,
        },
        width,
      ),
  });
}

const barsShown = 12;

function lateBars(
  context: PageContext,
  data: Data,
  period: Period,
  dimension: "carrier" | "region" | "manager_id",
): HTMLElement {
  const { words, formats } = context;
  const title = words.dimensions[dimension === "manager_id" ? "manager" : dimension];
  const rows = [...groupBy(due(data.lines, period), (row) => row[dimension])]
    .map(([value, lines]) => {
      const lineCount = sumOf(lines, (row) => row.lines_due_count);
      const late = lineCount - sumOf(lines, (row) => row.on_time_count);
      const known = valueName(words, value);
      return {
        name: dimension === "manager_id" ? nameOf(data.managers, known) : known,
        due: lineCount,
        late,
        rate: lineCount === 0 ? null : late / lineCount,
      };
    })
    .filter((row) => row.due > 0)
    .sort((left, right) => right.late - left.late);
  const first = rows[0];
  const total = sumOf(rows, (row) => row.late);
  const column = columnsFor<(typeof rows)[number]>(context);
  return chartCard(context, {
    name: `late-by-${dimension === "manager_id" ? "manager" : dimension}`,
    title:
      first === undefined || total === 0
        ? words.delivery.noLate
        : words.delivery.lateTitle(first.name, formats.percentWhole(first.late / total)),
    subtitle: words.delivery.lateSubtitle(title),
    rows,
    columns: [
      column.text(title, (row) => row.name),
      column.count(words.columns.linesDue, (row) => row.due),
      column.count(words.columns.lateLines, (row) => row.late),
      column.percent(words.columns.lateRate, (row) => row.rate),
    ],
    draw: (width) =>
      barChart(
        rows.slice(0, barsShown).map((row) => ({
          label: row.name,
          value: row.late,
          text: `${formats.integer(row.late)} · ${formats.percent(row.rate ?? 0)}`,
        })),
        width,
      ),
  });
}

function carrierTable(context: PageContext, data: Data): HTMLElement {
  const { words } = context;
  const column = columnsFor<CarrierRow>(context);
  return dataTable(context, {
    name: "carriers",
    title: words.delivery.carriers,
    subtitle: words.delivery.carriersSubtitle,
    rows: [...data.carriers].sort((left, right) => (right.late_rate ?? 0) - (left.late_rate ?? 0)),
    columns: [
      column.text(words.dimensions.carrier, (row) => valueName(words, row.carrier)),
      column.count(words.columns.linesDue, (row) => row.lines_due_count),
      column.count(words.columns.lateLines, (row) => row.late_line_count),
      column.percent(words.columns.lateRate, (row) => row.late_rate),
      column.decimal(words.columns.lateMedian, (row) => row.late_days_p50),
      column.decimal(words.columns.lateP90, (row) => row.late_days_p90),
      column.count(words.columns.lateMost, (row) => row.late_days_max),
      column.count(words.metrics.undelivered, (row) => row.undelivered_line_count),
    ],
  });
}
