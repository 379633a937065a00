import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { type Monthly, managerName, within } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import { periodText } from "../components/page.ts";
import type { Period } from "../components/period.ts";
import { dataTable, summed } from "../components/table.ts";
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
  const { words } = context;
  const key = (row: SalesFilter) => JSON.stringify([row.region, row.manager_id, row.direction]);
  const now = groupBy(within(data.sales, period), key);
  const before = groupBy(within(data.sales, period.compare), key);
  const plans = groupBy(within(data.plan, period), key);
  const rows = [...new Set([...now.keys(), ...before.keys()])]
    .map((each) => {
      const [region = "", manager = "", direction = ""] = JSON.parse(each) as string[];
      const net = sumOf(now.get(each) ?? [], (row) => row.net_amount);
      const earlier = period.compare === undefined ? null : sumOf(before.get(each) ?? [], (row) => row.net_amount);
      return {
        region: valueName(words, region),
        manager: managerName(context, data.managers, manager),
        direction: valueName(words, direction),
        net,
        before: earlier,
        change: earlier === null ? null : net - earlier,
        attainment: attainmentOf(plans.get(each) ?? []),
      };
    })
    .sort((left, right) => right.net - left.net);
  const column = columnsFor<(typeof rows)[number]>(context);
  return dataTable(context, {
    name: "sales-detail",
    title: words.sales.table,
    subtitle: periodText(context, period),
    rows,
    columns: [
      column.text(words.dimensions.region, (row) => row.region),
      column.text(words.dimensions.manager, (row) => row.manager),
      column.text(words.dimensions.direction, (row) => row.direction),
      summed(column.money(words.metrics.netSales, (row) => row.net)),
      summed(column.money(words.columns.before, (row) => row.before)),
      summed(column.money(words.columns.change, (row) => row.change)),
      summed(column.money(words.metrics.plan, (row) => row.attainment?.plan ?? null)),
      column.percent(words.metrics.attainment, (row) => row.attainment?.rate ?? null),
    ],
  });
}
