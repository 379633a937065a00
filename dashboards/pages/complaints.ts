import { barCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { drawWith, withDays } from "../components/days.ts";
import { choiceOf, filterBar, managerChoice } from "../components/filters.ts";
import { grainChoice, readGrain } from "../components/grain.ts";
import { kpiCard } from "../components/kpi.ts";
import { figureOver, managerName, readMonthly, within } from "../components/monthly.ts";
import { columns, daysText, emptyChoice, emptyPage, headline, kpiRow, stack } from "../components/page.ts";
import type { Coverage, Period } from "../components/period.ts";
import { periodChoices, readMonths, readPeriod } from "../components/period-choices.ts";
import { filterRows, groupBy, shareOf, sumOf } from "../figures.ts";
import type { ComplaintRow } from "../rows.ts";
import { type ComplaintData, opened, readComplaints, typeName } from "./complaints-data.ts";
import { complaintPivot, detailTable, typeByMonth } from "./complaints-tables.ts";
import { countTrend, rateTrend } from "./complaints-trends.ts";

/** Draws complaints: what clients complain about, and who leaves them waiting. */
export async function render(context: PageContext): Promise<PageView> {
  const { words } = context;
  const monthly = await readMonthly(context);
  const data = await readComplaints(context, monthly);
  if (monthly.coverage === undefined || data.complaints.length === 0) return { draw: () => emptyPage(context) };
  const coverage = withDays(monthly.coverage, data.daily);
  const choices = () => [
    ...periodChoices(context, coverage),
    grainChoice(context, coverage),
    choiceOf(
      context,
      "type",
      words.dimensions.type,
      data.complaints.map((row) => row.complaint_type),
      (value) => typeName(context, value),
    ),
    managerChoice(context, data.complaints, (id) => managerName(context, data.managers, id)),
  ];
  const needed = () => {
    const isOfDays = readPeriod(context, coverage).unit === "day";
    return isOfDays || ["day", "week"].includes(readGrain(context, coverage)) ? [data.days] : [];
  };
  return {
    draw: await drawWith(context, needed, () => draw(context, data, coverage)),
    filters: filterBar(context, choices),
  };
}

function draw(context: PageContext, all: ComplaintData, coverage: Coverage): readonly Node[] {
  const { state } = context;
  const period = readPeriod(context, coverage);
  const months = readMonths(context, coverage);
  const chosen = { complaint_type: state.get("type"), manager_id: state.get("manager") };
  const days = all.days.rows ?? [];
  const shown = period.unit === "day" ? days : all.complaints;
  const data = { ...all, complaints: filterRows(shown, chosen) };
  // A dimension is compared whole, also where one of its values is chosen.
  const whole = (dimension: Dimension, rows: readonly ComplaintRow[] = shown) => ({
    ...all,
    complaints: filterRows(rows, { ...chosen, [dimension]: "" }),
  });
  const inMonths = filterRows(all.complaints, chosen);
  if (inMonths.length === 0) return emptyChoice(context);
  return [
    headline(context, summarize(context, data, period), daysText(context, period, months), { isOfMoney: false }),
    kpis(context, data, period, coverage),
    columns(
      countTrend(
        context,
        all,
        { months: inMonths, days: filterRows(days, chosen) },
        { period, coverage, grain: readGrain(context, coverage) },
      ),
      rateTrend(context, all, months),
    ),
    columns(
      stack(
        bars(context, whole("complaint_type"), period, "complaint_type"),
        typeByMonth(context, whole("complaint_type", all.complaints), months, coverage),
      ),
      bars(context, whole("manager_id"), period, "manager_id"),
    ),
    detailTable(context, data, period),
    complaintPivot(context, data, period),
  ];
}

type Dimension = "complaint_type" | "manager_id";

function summarize(context: PageContext, data: ComplaintData, period: Period): string {
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

function kpis(context: PageContext, data: ComplaintData, period: Period, coverage: Coverage): HTMLElement {
  const { words, formats, snapshot } = context;
  const days = snapshot.targets.complaintDays;
  const without = { before: undefined, comparedWith: undefined };
  const over = (figure: (rows: readonly ComplaintRow[]) => number | null) =>
    figureOver(context, period, coverage, (range) => figure(within(data.complaints, range)));
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
      // What came days ago had no time to be closed; what came a year ago had it.
      ...(period.unit === "day" ? { ...without, trend: [], note: words.complaints.stillInTime } : {}),
      name: words.complaints.closedWithin(days, formats),
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
      note: words.complaints.openLonger(days, formats),
    }),
  );
}

function bars(context: PageContext, data: ComplaintData, period: Period, dimension: Dimension): HTMLElement {
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
