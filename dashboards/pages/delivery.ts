import { barCard, trendCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { dimensionChoice, filterBar, managerChoice } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { figureOver, type Monthly, managerName, readMonthly } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyChoice, emptyPage, headline, kpiRow, periodText } from "../components/page.ts";
import { type Coverage, isWithin, type MonthRange, type Period } from "../components/period.ts";
import { periodChoices, readPeriod } from "../components/period-choices.ts";
import { pivotCard } from "../components/pivot-card.ts";
import { dataTable } from "../components/table.ts";
import { readRows } from "../data.ts";
import { filterRows, groupBy, groupInOrder, shareOf, sumOf } from "../figures.ts";
import type { CarrierRow, DeliveryRow } from "../rows.ts";

interface OrderRow {
  readonly due_month: string;
  readonly region: string;
  readonly manager_id: string;
  readonly carrier: string;
  readonly orders_due_count: number;
  readonly otif_order_count: number;
}

interface Data extends Omit<Monthly, "coverage"> {
  readonly orders: readonly OrderRow[];
  readonly lines: readonly DeliveryRow[];
  readonly carriers: readonly CarrierRow[];
}

/** Draws delivery: what arrives on time and in full, and who is late. */
export async function render(context: PageContext): Promise<PageView> {
  const { files } = context;
  const { coverage, ...monthly } = await readMonthly(context);
  const data: Data = {
    lines: await readRows<DeliveryRow>(files.delivery),
    orders: await readRows<OrderRow>(files["order-delivery"]),
    carriers: await readRows<CarrierRow>(files.carriers),
    ...monthly,
  };
  if (coverage === undefined || data.lines.length === 0)
    return { draw: () => emptyPage(context, context.words.delivery.noDay) };
  const choices = () => [
    ...periodChoices(context, coverage),
    dimensionChoice(context, "region", data.lines),
    managerChoice(context, data.lines, (id) => managerName(context, data.managers, id)),
    dimensionChoice(context, "carrier", data.lines),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data, coverage) };
}

type Dimension = "region" | "manager_id" | "carrier";

function draw(context: PageContext, all: Data, coverage: Coverage): readonly Node[] {
  const { state } = context;
  const period = readPeriod(context, coverage);
  const chosen = { region: state.get("region"), manager_id: state.get("manager"), carrier: state.get("carrier") };
  const lines = filterRows(all.lines, chosen);
  const data = { ...all, lines, orders: filterRows(all.orders, chosen) };
  // A dimension is compared whole, also where one of its values is chosen.
  const whole = (dimension: Dimension) => ({ ...all, lines: filterRows(all.lines, { ...chosen, [dimension]: "" }) });
  if (lines.length === 0) return emptyChoice(context);
  return [
    headline(context, summarize(context, data, period), periodText(context, period)),
    kpis(context, data, period, coverage),
    trend(context, data, period),
    columns(
      lateBars(context, whole("carrier"), period, "carrier"),
      lateBars(context, whole("region"), period, "region"),
      lateBars(context, whole("manager_id"), period, "manager_id"),
    ),
    carrierTable(context, all),
    linesPivot(context, data, period),
  ];
}

const due = <Row extends { readonly due_month: string }>(rows: readonly Row[], range: MonthRange | undefined) =>
  range === undefined ? [] : rows.filter((row) => isWithin(row.due_month, range));
const onTimeRate = (rows: readonly DeliveryRow[]) => shareOf(rows, "on_time_count", "lines_due_count");
const inFullRate = (rows: readonly DeliveryRow[]) => shareOf(rows, "in_full_count", "lines_due_count");
const otifRate = (rows: readonly DeliveryRow[]) => shareOf(rows, "otif_count", "lines_due_count");

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
  const over = (figure: (rows: readonly DeliveryRow[]) => number | null) =>
    figureOver(context, period, coverage, (range) => figure(due(data.lines, range)));
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
      term: "metrics.otif_by_month.on_time_count",
      show: formats.percent,
      kind: "share",
      better: "more",
      target: target(onTimeRate(now), targets.onTimeRate),
    }),
    kpiCard(context, {
      ...over(otifRate),
      name: words.metrics.otif,
      term: "metrics.otif_by_month.otif_count",
      show: formats.percent,
      kind: "share",
      better: "more",
      target: target(otifRate(now), targets.otifRate),
    }),
    kpiCard(context, {
      ...figureOver(context, period, coverage, (range) =>
        shareOf(due(data.orders, range), "otif_order_count", "orders_due_count"),
      ),
      name: words.delivery.orderOtif,
      term: "metrics.order_otif_by_month.otif_order_count",
      show: formats.percent,
      kind: "share",
      better: "more",
      note: words.delivery.orderOtifNote,
    }),
    kpiCard(context, {
      ...over(inFullRate),
      name: words.metrics.inFull,
      term: "metrics.otif_by_month.in_full_count",
      show: formats.percent,
      kind: "share",
      better: "more",
    }),
    kpiCard(context, {
      ...over((rows) => sumOf(rows, (row) => row.undelivered_count)),
      name: words.metrics.undelivered,
      term: "metrics.otif_by_month.undelivered_count",
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
  return trendCard(
    context,
    {
      name: "delivery-by-month",
      title:
        rate === null
          ? words.metrics.onTime
          : words.delivery.title(formats.percent(rate), formats.percentWhole(goal), rate >= goal),
      subtitle: words.charts.notFromZero(words.delivery.subtitle),
      rows,
      columns: [
        column.month(words.columns.month, (row) => row.month),
        column.count(words.columns.linesDue, (row) => row.due),
        column.percent(words.metrics.onTime, (row) => row.onTime),
        column.percent(words.metrics.inFull, (row) => row.inFull),
        column.percent(words.metrics.otif, (row) => row.otif),
      ],
    },
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
      target: { value: goal, label: words.kpi.target },
      incomplete: data.incomplete,
      fromZero: false,
    },
  );
}

function lateBars(context: PageContext, data: Data, period: Period, dimension: Dimension): HTMLElement {
  const { words, formats } = context;
  const filter = dimension === "manager_id" ? "manager" : dimension;
  const title = words.dimensions[filter];
  const rows = [...groupBy(due(data.lines, period), (row) => row[dimension])]
    .map(([value, lines]) => {
      const lineCount = sumOf(lines, (row) => row.lines_due_count);
      const late = lineCount - sumOf(lines, (row) => row.on_time_count);
      const known = valueName(words, value);
      return {
        value,
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
  return barCard(
    context,
    {
      name: `late-by-${filter}`,
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
    },
    (row) => ({
      label: row.name,
      action: filterBy(context, filter, row.value),
      value: row.late,
      text: `${formats.integer(row.late)} · ${formats.percent(row.rate ?? 0)}`,
    }),
    formats.integer,
  );
}

/** Offers lines due in the period by any two of region, month, manager and carrier. */
function linesPivot(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words, formats } = context;
  const { dimensions, metrics } = words;
  const named = (value: string) => valueName(words, value);
  const month = { label: words.columns.month, show: formats.monthShort, isTime: true } as const;
  const whole = (row: DeliveryRow) => row.lines_due_count;
  return pivotCard(context, {
    name: "delivery-pivot",
    subtitle: periodText(context, period),
    rows: due(data.lines, period),
    dimensions: [
      { name: "region", label: dimensions.region, keyOf: (row) => row.region, show: named },
      { name: "month", keyOf: (row) => row.due_month, ...month },
      {
        name: "manager",
        label: dimensions.manager,
        keyOf: (row) => row.manager_id,
        show: (id) => managerName(context, data.managers, id),
      },
      { name: "carrier", label: dimensions.carrier, keyOf: (row) => row.carrier, show: named },
    ],
    measures: [
      { name: "on-time", label: metrics.onTime, part: (row) => row.on_time_count, whole, show: formats.percent },
      { name: "otif", label: metrics.otif, part: (row) => row.otif_count, whole, show: formats.percent },
      { name: "due", label: words.columns.linesDue, part: whole, show: formats.integer },
    ],
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
      column.named(words.dimensions.carrier, (row) => row.carrier, words.values),
      column.count(words.columns.linesDue, (row) => row.lines_due_count),
      column.count(words.columns.lateLines, (row) => row.late_line_count),
      column.percent(words.columns.lateRate, (row) => row.late_rate),
      column.decimal(words.columns.lateMedian, (row) => row.late_days_p50),
      column.decimal(words.columns.lateP90, (row) => row.late_days_p90),
      column.count(words.columns.lateMost, (row) => row.late_days_max),
      column.count(words.columns.stillUndelivered, (row) => row.undelivered_line_count),
    ],
  });
}
