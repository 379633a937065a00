import { monthGridCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { managerName, within } from "../components/monthly.ts";
import { periodText, trendMonths } from "../components/page.ts";
import { type Coverage, monthsOf, type Period } from "../components/period.ts";
import { pivotCard, timeDimension } from "../components/pivot-card.ts";
import { dataTable, summed } from "../components/table.ts";
import { groupBy, shareOf, sumOf } from "../figures.ts";
import type { ComplaintRow } from "../rows.ts";
import { type ComplaintData, opened, typeName } from "./complaints-data.ts";

const monthsShown = 12;

/** Draws what came of each type in each of the last months. */
export function typeByMonth(
  context: PageContext,
  data: ComplaintData,
  period: Period,
  coverage: Coverage,
): HTMLElement {
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

/** Lists complaints of the period by type and manager. */
export function detailTable(context: PageContext, data: ComplaintData, period: Period): HTMLElement {
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
      column.percent(closedWithin(context), (row) => row.inTime),
      summed(column.count(words.metrics.openComplaints, (row) => row.open)),
      summed(column.count(words.metrics.overdueComplaints, (row) => row.overdue)),
      summed(column.count(words.columns.unanswered, (row) => row.unanswered)),
    ],
  });
}

/** Offers complaints of the period by any two of type, month and manager. */
export function complaintPivot(context: PageContext, data: ComplaintData, period: Period): HTMLElement {
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
      { ...timeDimension(context, period), keyOf: (row) => row.month },
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
        label: closedWithin(context),
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

function closedWithin({ words, formats, snapshot }: PageContext): string {
  return words.complaints.closedWithin(snapshot.targets.complaintDays, formats);
}
