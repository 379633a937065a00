import { barCard, trendCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { drawWith, readDaily, withDays } from "../components/days.ts";
import { dimensionChoice, filterBar, managerChoice } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { type LongList, readLongList } from "../components/long-list.ts";
import { figureOver, type Monthly, managerName, readMonthly } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, daysText, emptyChoice, emptyPage, headline, kpiRow, rangeText, stack } from "../components/page.ts";
import { type Coverage, isWithin, type Period, type Range } from "../components/period.ts";
import { periodChoices, readMonths, readPeriod } from "../components/period-choices.ts";
import { unfiltered } from "../components/unfiltered.ts";
import { readRows } from "../data.ts";
import { filterRows, groupBy, groupInOrder, shareOf, sumOf } from "../figures.ts";
import type { CarrierRow, DeliveryRow } from "../rows.ts";
import { carrierTable, linesPivot } from "./delivery-tables.ts";

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
  /** Lines of the days that periods of days are made of; `due_month` is the day. */
  readonly dayLines: LongList<DeliveryRow>;
}

/** Draws delivery: what arrives on time and in full, and who is late. */
export async function render(context: PageContext): Promise<PageView> {
  const { files } = context;
  const { coverage: months, ...monthly } = await readMonthly(context);
  const data: Data = {
    lines: await readRows<DeliveryRow>(files.delivery),
    orders: await readRows<OrderRow>(files["order-delivery"]),
    carriers: await readRows<CarrierRow>(files.carriers),
    dayLines: await readLongList(context, ["delivery-days"], async () =>
      (await readRows<DeliveryRow & { readonly due_date: string }>(files["delivery-days"])).map((row) => ({
        ...row,
        due_month: row.due_date,
      })),
    ),
    ...monthly,
  };
  if (months === undefined || data.lines.length === 0)
    return { draw: () => emptyPage(context, context.words.delivery.noDay) };
  const coverage = withDays(months, await readDaily(context));
  const choices = () => [
    ...periodChoices(context, coverage),
    dimensionChoice(context, "region", data.lines),
    managerChoice(context, data.lines, (id) => managerName(context, data.managers, id)),
    dimensionChoice(context, "carrier", data.lines),
  ];
  const needed = () => (readPeriod(context, coverage).unit === "day" ? [data.dayLines] : []);
  return {
    draw: await drawWith(context, needed, () => draw(context, data, coverage)),
    filters: filterBar(context, choices),
  };
}

type Dimension = "region" | "manager_id" | "carrier";

function draw(context: PageContext, all: Data, coverage: Coverage): readonly Node[] {
  const { state } = context;
  const period = readPeriod(context, coverage);
  const months = readMonths(context, coverage);
  const chosen = { region: state.get("region"), manager_id: state.get("manager"), carrier: state.get("carrier") };
  const shown = period.unit === "day" ? (all.dayLines.rows ?? []) : all.lines;
  const data = { ...all, lines: filterRows(shown, chosen), orders: filterRows(all.orders, chosen) };
  const inMonths = { ...all, lines: filterRows(all.lines, chosen) };
  // A dimension is compared whole, also where one of its values is chosen.
  const whole = (dimension: Dimension) => ({ ...all, lines: filterRows(shown, { ...chosen, [dimension]: "" }) });
  if (inMonths.lines.length === 0) return emptyChoice(context);
  return [
    headline(context, summarize(context, data, period), daysText(context, period, months), { isOfMoney: false }),
    kpis(context, data, { period, months }, coverage),
    trend(context, inMonths, months),
    columns(
      stack(
        lateBars(context, whole("carrier"), period, "carrier"),
        lateBars(context, whole("region"), period, "region"),
      ),
      lateBars(context, whole("manager_id"), period, "manager_id"),
    ),
    unfiltered(context, ["region", "manager"], carrierTable(context, all.carriers)),
    linesPivot(context, data, period),
  ];
}

const due = <Row extends { readonly due_month: string }>(rows: readonly Row[], range: Range | undefined) =>
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

function kpis(
  context: PageContext,
  data: Data,
  { period, months }: { readonly period: Period; readonly months: Period },
  coverage: Coverage,
): HTMLElement {
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
      ...figureOver(context, months, coverage, (range) =>
        shareOf(due(data.orders, range), "otif_order_count", "orders_due_count"),
      ),
      name: words.delivery.orderOtif,
      term: "metrics.order_otif_by_month.otif_order_count",
      show: formats.percent,
      kind: "share",
      better: "more",
      note:
        period.unit === "day"
          ? formats.clauses([rangeText(context, months, "month"), words.delivery.orderOtifNote])
          : words.delivery.orderOtifNote,
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
      // What was due days ago may still come; what was due a year ago had its time.
      ...(period.unit === "day"
        ? { before: undefined, comparedWith: undefined, trend: [], note: words.time.mayArrive }
        : {}),
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
