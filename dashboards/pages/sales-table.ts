import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { type Monthly, managerName, within } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import { periodText, rangeText } from "../components/page.ts";
import type { Period } from "../components/period.ts";
import { pivotCard, timeDimension } from "../components/pivot-card.ts";
import { barred, dataTable, summed } from "../components/table.ts";
import { groupBy, sumOf } from "../figures.ts";
import { attainmentOf, type SalesFilter } from "../plan.ts";
import type { PlanRow, SalesRow } from "../rows.ts";

interface Data {
  readonly sales: readonly SalesRow[];
  readonly plan: readonly PlanRow[];
  readonly managers: Monthly["managers"];
}

/** Lists sales of each region, manager and direction, against what they are compared with and against plan. */
export function salesTable(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words, formats } = context;
  const key = (row: SalesFilter) => JSON.stringify([row.region, row.manager_id, row.direction]);
  const now = groupBy(within(data.sales, period), key);
  const before = groupBy(within(data.sales, period.compare), key);
  const plans = groupBy(within(data.plan, period), key);
  const points = recentPoints(data.sales, period);
  const history = groupBy(within(data.sales, { from: points[0] ?? period.from, to: period.to }), key);
  // What is planned so finely and not sold is a row too: the plans add up.
  const planned = data.plan.filter((row) => row.region !== "" && row.manager_id !== "" && row.direction !== "");
  const rows = [...new Set([...now.keys(), ...before.keys(), ...groupBy(within(planned, period), key).keys()])]
    .map((each) => {
      const [region = "", manager = "", direction = ""] = JSON.parse(each) as string[];
      const net = sumOf(now.get(each) ?? [], (row) => row.net_amount);
      const earlier = period.compare === undefined ? null : sumOf(before.get(each) ?? [], (row) => row.net_amount);
      return {
        region: valueName(words, region),
        manager: managerName(context, data.managers, manager),
        direction: valueName(words, direction),
        net,
        recent: pointSums(history.get(each) ?? [], points),
        before: earlier,
        change: earlier === null ? null : net - earlier,
        attainment: attainmentOf(plans.get(each) ?? []),
      };
    })
    .sort((left, right) => right.net - left.net);
  const column = columnsFor<(typeof rows)[number]>(context);
  const isAgainstPlan = period.comparison === "plan";
  const isPlanned = rows.some((row) => row.attainment !== undefined);
  const said = periodText(context, period);
  return dataTable(context, {
    name: "sales-detail",
    title: words.sales.table,
    subtitle: isAgainstPlan && !isPlanned ? formats.clauses([said, words.sales.planCoarser]) : said,
    rows,
    columns: [
      column.text(words.dimensions.region, (row) => row.region),
      column.text(words.dimensions.manager, (row) => row.manager),
      column.text(words.dimensions.direction, (row) => row.direction),
      barred(rows, summed(column.money(words.metrics.netSales, (row) => row.net))),
      ...(points.length < 2 ? [] : [column.trend(trendTitle(context, points, period), (row) => row.recent)]),
      ...(isAgainstPlan
        ? []
        : [
            summed(column.money(words.columns.before, (row) => row.before)),
            summed(column.change(words.columns.change, (row) => row.change, formats.money, "more")),
          ]),
      summed(column.money(words.metrics.plan, (row) => row.attainment?.plan ?? null)),
      ...(isAgainstPlan ? [summed(column.money(words.metrics.gap, (row) => row.attainment?.gap ?? null))] : []),
      column.percent(words.metrics.attainment, (row) => row.attainment?.rate ?? null),
    ],
  });
}

/** Points of a small line. */
const trendPoints = 13;

/** The newest months there are, in a period of days the newest days, up to its end. */
function recentPoints(sales: readonly SalesRow[], { to }: Period): readonly string[] {
  return [...new Set(sales.map((row) => row.month))]
    .filter((point) => point <= to)
    .sort()
    .slice(-trendPoints);
}

/** Without a sale a point is zero. */
function pointSums(rows: readonly SalesRow[], points: readonly string[]): readonly number[] {
  const groups = groupBy(rows, (row) => row.month);
  return points.map((point) => sumOf(groups.get(point) ?? [], (row) => row.net_amount));
}

function trendTitle(context: PageContext, points: readonly string[], period: Period): string {
  return rangeText(context, { from: points[0] ?? "", to: points.at(-1) ?? "" }, period.unit);
}

/** Offers sales of the period by any two of region, month, manager and direction. */
export function salesPivot(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words, formats } = context;
  const { dimensions } = words;
  const named = (value: string) => valueName(words, value);
  return pivotCard(context, {
    name: "sales-pivot",
    subtitle: periodText(context, period),
    rows: within(data.sales, period),
    dimensions: [
      { name: "region", label: dimensions.region, keyOf: (row) => row.region, show: named },
      { ...timeDimension(context, period), keyOf: (row) => row.month },
      {
        name: "manager",
        label: dimensions.manager,
        keyOf: (row) => row.manager_id,
        show: (id) => managerName(context, data.managers, id),
      },
      { name: "direction", label: dimensions.direction, keyOf: (row) => row.direction, show: named },
    ],
    measures: [
      { name: "net", label: words.metrics.netSales, part: (row) => row.net_amount, show: formats.money },
      {
        name: "margin",
        label: words.metrics.marginRate,
        part: (row) => row.margin_amount,
        whole: (row) => row.costed_amount,
        show: formats.percent,
      },
    ],
  });
}
