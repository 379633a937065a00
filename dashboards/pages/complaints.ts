import { barCard, monthGridCard, trendCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { choiceOf, filterBar, managerChoice } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { figureOver, type Monthly, managerName, readMonthly, within } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyChoice, emptyPage, headline, kpiRow, periodText, trendMonths } from "../components/page.ts";
import { type Coverage, monthsOf, type Period } from "../components/period.ts";
import { periodChoices, readPeriod } from "../components/period-choices.ts";
import { pivotCard } from "../components/pivot-card.ts";
import { dataTable, summed } from "../components/table.ts";
import { readRows } from "../data.ts";
import { filterRows, groupBy, groupInOrder, shareOf, sumOf } from "../figures.ts";
import type { ComplaintRateRow, ComplaintRow } from "../rows.ts";

interface Data extends Omit<Monthly, "coverage"> {
  readonly complaints: readonly ComplaintRow[];
  readonly rates: readonly ComplaintRateRow[];
}

/** Draws complaints: what clients complain about, and who leaves them waiting. */
export async function render(context: PageContext): Promise<PageView> {
  const { files, words } = context;
  const { coverage, ...monthly } = await readMonthly(context);
  const data: Data = {
    complaints: await readRows<ComplaintRow>(files.complaints),
    rates: await readRows<ComplaintRateRow>(files["complaint-rate"]),
    ...monthly,
  };
  if (coverage === undefined || data.complaints.length === 0) return { draw: () => emptyPage(context) };
  const choices = () => [
    ...periodChoices(context, coverage),
    choiceOf(
      context,
      "type",
      words.dimensions.type,
      data.complaints.map((row) => row.complaint_type),
      (value) => typeName(context, value),
    ),
    managerChoice(context, data.complaints, (id) => managerName(context, data.managers, id)),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, data, coverage) };
}

function draw(context: PageContext, all: Data, coverage: Coverage): readonly Node[] {
  const period = readPeriod(context, coverage);
  const [type, manager] = [{ complaint_type: context.state.get("type") }, { manager_id: context.state.get("manager") }];
  const ofType = filterRows(all.complaints, type);
  const ofManager = filterRows(all.complaints, manager);
  const complaints = filterRows(ofType, manager);
  const data = { ...all, complaints };
  // A dimension is compared whole, also where one of its values is chosen.
  const types = { ...all, complaints: ofManager };
  const managers = { ...all, complaints: ofType };
  if (complaints.length === 0) return emptyChoice(context);
  return [
    headline(context, summarize(context, data, period), periodText(context, period)),
    kpis(context, data, period, coverage),
    columns(countTrend(context, data), rateTrend(context, all, period)),
    columns(bars(context, types, period, "complaint_type"), bars(context, managers, period, "manager_id")),
    typeByMonth(context, types, period, coverage),
    detailTable(context, data, period),
    complaintPivot(context, data, period),
  ];
}

const opened = (rows: readonly ComplaintRow[]) => sumOf(rows, (row) => row.opened_count);

function typeName({ words }: PageContext, type: string): string {
  return nameOf(words.complaintTypes, valueName(words, type));
}

function summarize(context: PageContext, data: Data, period: Period): string {
  const { words, formats } = context;
  const rows = within(data.complaints, period);
  const count = opened(rows);
  if (count === 0) return words.complaints.none;
  const types = [...groupBy(rows, (row) => row.complaint_type)].sort(
    (left, right) => opened(right[1]) - opened(left[1]),
  );
  const [first, firstRows = []] = types[0] ?? ["", []];
  const overdue = sumOf(rows, (row) => row.overdue_count);
  return words.complaints.headline(
    count,
    typeName(context, first),
    formats.percentWhole(opened(firstRows) / count),
    overdue,
    formats,
  );
}

function kpis(context: PageContext, data: Data, period: Period, coverage: Coverage): HTMLElement {
  const { words, formats } = context;
  const over = (figure: (rows: readonly ComplaintRow[]) => number | null) =>
    figureOver(context, period, coverage, (range) => figure(within(data.complaints, range)));
  const without = { before: undefined, comparedWith: undefined };
  return kpiRow(
    kpiCard(context, {
      ...over(opened),
      name: words.metrics.complaints,
      term: "metrics.complaints_by_month.opened_count",
      show: formats.integer,
      kind: "amount",
      better: "less",
    }),
    kpiCard(context, {
      ...over((rows) => shareOf(rows, "within_target_count", "opened_count")),
      name: words.metrics.closedInTime,
      term: "metrics.complaints_by_month.within_target_count",
      show: formats.percent,
      kind: "share",
      better: "more",
    }),
    kpiCard(context, {
      ...over((rows) => sumOf(rows, (row) => row.open_count)),
      ...without,
      name: words.metrics.openComplaints,
      term: "metrics.complaints_by_month.open_count",
      show: formats.integer,
      kind: "amount",
      better: "less",
    }),
    kpiCard(context, {
      ...over((rows) => sumOf(rows, (row) => row.overdue_count)),
      ...without,
      name: words.metrics.overdueComplaints,
      term: "metrics.complaints_by_month.overdue_count",
      show: formats.integer,
      kind: "amount",
      better: "less",
    }),
  );
}

function countTrend(context: PageContext, data: Data): HTMLElement {
  const { words, formats } = context;
  const rows = groupInOrder(data.complaints, (row) => row.month).map(([month, list]) => ({
    month,
    opened: opened(list),
    open: sumOf(list, (row) => row.open_count),
    overdue: sumOf(list, (row) => row.overdue_count),
  }));
  const most = [...rows].sort((left, right) => right.opened - left.opened)[0];
  const column = columnsFor<(typeof rows)[number]>(context);
  return trendCard(
    context,
    {
      name: "complaints-by-month",
      title:
        most === undefined
          ? words.metrics.complaints
          : words.complaints.mostTitle(formats.month(most.month), formats.integer(most.opened)),
      subtitle: words.complaints.countSubtitle,
      rows,
      columns: [
        column.month(words.columns.month, (row) => row.month),
        column.count(words.columns.complaints, (row) => row.opened),
        column.count(words.metrics.openComplaints, (row) => row.open),
        column.count(words.metrics.overdueComplaints, (row) => row.overdue),
      ],
    },
    {
      series: [
        {
          label: words.columns.complaints,
          color: "var(--accent)",
          points: rows.map((row) => ({ month: row.month, value: row.opened })),
        },
      ],
      show: formats.integer,
      axis: formats.short,
      incomplete: data.incomplete,
      fromZero: true,
    },
  );
}

function rateTrend(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words, formats, snapshot } = context;
  const rate = shareOf(within(data.rates, period), "complaint_count", "delivered_order_count");
  const goal = snapshot.targets.complaintsPer100Orders;
  const column = columnsFor<ComplaintRateRow>(context);
  return trendCard(
    context,
    {
      name: "complaint-rate",
      title:
        rate === null
          ? words.metrics.complaintsPer100
          : words.complaints.rateTitle(formats.ratio(rate * 100), formats.ratio(goal), rate * 100 <= goal),
      subtitle: words.complaints.rateAllSubtitle,
      rows: data.rates,
      columns: [
        column.month(words.columns.month, (row) => row.month),
        column.count(words.columns.complaints, (row) => row.complaint_count),
        column.count(words.columns.deliveredOrders, (row) => row.delivered_order_count),
        column.ratio(words.metrics.complaintsPer100, (row) => row.complaints_per_100_orders),
        column.ratio(words.columns.lower, (row) => row.lower),
        column.ratio(words.columns.upper, (row) => row.upper),
      ],
    },
    {
      series: [
        {
          label: words.metrics.fact,
          color: "var(--accent)",
          points: data.rates.map((row) => ({ month: row.month, value: row.complaints_per_100_orders })),
        },
      ],
      show: formats.ratio,
      axis: formats.decimal,
      target: { value: goal, label: words.kpi.target },
      incomplete: data.incomplete,
      fromZero: true,
    },
  );
}

function bars(
  context: PageContext,
  data: Data,
  period: Period,
  dimension: "complaint_type" | "manager_id",
): HTMLElement {
  const { words, formats } = context;
  const filter = dimension === "manager_id" ? "manager" : "type";
  const title = words.dimensions[filter];
  const rows = [...groupBy(within(data.complaints, period), (row) => row[dimension])]
    .map(([value, list]) => ({
      value,
      name: dimension === "manager_id" ? managerName(context, data.managers, value) : typeName(context, value),
      opened: opened(list),
      overdue: sumOf(list, (row) => row.overdue_count),
    }))
    .sort((left, right) => right.opened - left.opened);
  const first = rows[0];
  const total = sumOf(rows, (row) => row.opened);
  const column = columnsFor<(typeof rows)[number]>(context);
  return barCard(
    context,
    {
      name: `complaints-by-${filter}`,
      title:
        first === undefined || total === 0
          ? words.complaints.none
          : words.complaints.barsTitle(first.name, formats.percentWhole(first.opened / total)),
      subtitle: words.complaints.barsSubtitle(title),
      rows,
      columns: [
        column.text(title, (row) => row.name),
        column.count(words.columns.complaints, (row) => row.opened),
        column.count(words.metrics.overdueComplaints, (row) => row.overdue),
      ],
    },
    (row) => ({
      label: row.name,
      value: row.opened,
      text: formats.integer(row.opened),
      action: filterBy(context, filter, row.value),
    }),
    formats.integer,
  );
}

const monthsShown = 12;

function typeByMonth(context: PageContext, data: Data, period: Period, coverage: Coverage): HTMLElement {
  const { words, formats } = context;
  const months = monthsOf(trendMonths(period, coverage)).slice(-monthsShown);
  const range = { from: months[0] ?? period.from, to: period.to };
  const types = [...groupBy(within(data.complaints, range), (row) => row.complaint_type)].sort(
    (left, right) => opened(right[1]) - opened(left[1]),
  );
  const cells = types.flatMap(([type, rows]) =>
    months.map((month) => ({
      name: typeName(context, type),
      month,
      value: opened(rows.filter((row) => row.month === month)),
    })),
  );
  const most = [...cells].sort((left, right) => right.value - left.value)[0];
  const column = columnsFor<(typeof cells)[number]>(context);
  return monthGridCard(
    context,
    {
      name: "complaints-by-type-and-month",
      title:
        most === undefined
          ? words.complaints.none
          : words.complaints.cellTitle(most.name, formats.month(most.month), formats.integer(most.value)),
      subtitle: words.complaints.cellSubtitle,
      rows: cells,
      columns: [
        column.text(words.dimensions.type, (row) => row.name),
        column.month(words.columns.month, (row) => row.month),
        column.count(words.columns.complaints, (row) => row.value),
      ],
    },
    {
      months,
      names: types.map(([type]) => typeName(context, type)),
      actions: types.map(([type]) => filterBy(context, "type", type)),
      short: formats.integer,
      full: formats.integer,
      writtenFrom: 420,
    },
  );
}

function detailTable(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words } = context;
  const rows = [
    ...groupBy(within(data.complaints, period), (row) => JSON.stringify([row.complaint_type, row.manager_id])).values(),
  ]
    .map((list) => ({
      type: typeName(context, list[0]?.complaint_type ?? ""),
      manager: managerName(context, data.managers, list[0]?.manager_id ?? ""),
      opened: opened(list),
      closed: sumOf(list, (row) => row.closed_count),
      open: sumOf(list, (row) => row.open_count),
      overdue: sumOf(list, (row) => row.overdue_count),
      unanswered: sumOf(list, (row) => row.unanswered_count),
      inTime: shareOf(list, "within_target_count", "opened_count"),
    }))
    .sort((left, right) => right.opened - left.opened);
  const column = columnsFor<(typeof rows)[number]>(context);
  return dataTable(context, {
    name: "complaints-detail",
    title: words.complaints.table,
    subtitle: periodText(context, period),
    rows,
    columns: [
      column.text(words.dimensions.type, (row) => row.type),
      column.text(words.dimensions.manager, (row) => row.manager),
      summed(column.count(words.columns.complaints, (row) => row.opened)),
      summed(column.count(words.columns.closed, (row) => row.closed)),
      column.percent(words.metrics.closedInTime, (row) => row.inTime),
      summed(column.count(words.metrics.openComplaints, (row) => row.open)),
      summed(column.count(words.metrics.overdueComplaints, (row) => row.overdue)),
      summed(column.count(words.columns.unanswered, (row) => row.unanswered)),
    ],
  });
}

/** Offers complaints of the period by any two of type, month and manager. */
function complaintPivot(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words, formats } = context;
  const received = (row: ComplaintRow) => row.opened_count;
  return pivotCard(context, {
    name: "complaints-pivot",
    subtitle: periodText(context, period),
    rows: within(data.complaints, period),
    dimensions: [
      {
        name: "type",
        label: words.dimensions.type,
        keyOf: (row) => row.complaint_type,
        show: (type) => typeName(context, type),
      },
      { name: "month", label: words.columns.month, keyOf: (row) => row.month, show: formats.monthShort, isTime: true },
      {
        name: "manager",
        label: words.dimensions.manager,
        keyOf: (row) => row.manager_id,
        show: (id) => managerName(context, data.managers, id),
      },
    ],
    measures: [
      { name: "received", label: words.metrics.complaints, part: received, show: formats.integer },
      {
        name: "in-time",
        label: words.metrics.closedInTime,
        part: (row) => row.within_target_count,
        whole: received,
        show: formats.percent,
      },
      {
        name: "overdue",
        label: words.metrics.overdueComplaints,
        part: (row) => row.overdue_count,
        show: formats.integer,
      },
    ],
  });
}
