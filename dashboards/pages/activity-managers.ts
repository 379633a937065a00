import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { managerName, within } from "../components/monthly.ts";
import type { Period } from "../components/period.ts";
import { dataTable } from "../components/table.ts";
import { divide, groupBy, ratioOf, sumOf } from "../figures.ts";
import { coverageOf, type Data } from "./activity-data.ts";

/** Lists managers with what they did in the period. */
export function managerTable(context: PageContext, data: Data, period: Period): HTMLElement {
  const { words } = context;
  const rows = [...groupBy(within(data.activity, period), (row) => row.manager_id)]
    .map(([id, list]) => ({
      name: managerName(context, data.managers, id),
      assigned: list.at(-1)?.assigned_client_count ?? 0,
      contacts: sumOf(list, (row) => row.contact_count),
      calls: sumOf(list, (row) => row.call_count),
      meetings: sumOf(list, (row) => row.meeting_count + row.visit_count),
      messages: sumOf(list, (row) => row.message_count),
      coverage: coverageOf(list),
      perDay: divide(
        sumOf(list, (row) => row.contact_count),
        sumOf(list, (row) => row.working_day_count),
      ),
      outgoing: ratioOf(
        list,
        (row) => row.outgoing_count,
        (row) => row.contact_count,
      ),
      missed: sumOf(list, (row) => row.missed_count),
      sales: sumOf(list, (row) => row.portfolio_net_amount),
    }))
    .sort((left, right) => right.contacts - left.contacts);
  const column = columnsFor<(typeof rows)[number]>(context);
  return dataTable(context, {
    name: "managers-activity",
    title: words.activity.table,
    subtitle: words.activity.tableSubtitle,
    rows,
    columns: [
      column.text(words.dimensions.manager, (row) => row.name),
      column.count(words.activity.portfolio, (row) => row.assigned),
      column.count(words.activity.contacts, (row) => row.contacts),
      column.count(words.activity.calls, (row) => row.calls),
      column.count(words.activity.meetings, (row) => row.meetings),
      column.count(words.activity.messages, (row) => row.messages),
      column.percent(words.activity.coverage, (row) => row.coverage),
      column.decimal(words.activity.perDay, (row) => row.perDay),
      column.percent(words.activity.outgoing, (row) => row.outgoing),
      column.count(words.activity.missedCount, (row) => row.missed),
      column.money(words.metrics.netSales, (row) => row.sales),
    ],
  });
}
