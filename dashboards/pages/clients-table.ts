import { clientColumn } from "../components/client-link.ts";
import { soldText } from "../components/clients.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { ofPlace } from "../components/filters.ts";
import { type LongList, longListCard } from "../components/long-list.ts";
import { dataTable, summed } from "../components/table.ts";
import { filterRows } from "../figures.ts";
import type { ListedClient } from "./clients-data.ts";

/** Lists the clients the filters leave, the largest first. */
export function clientTable(context: PageContext, list: LongList<ListedClient>): HTMLElement {
  const { words, state } = context;
  if (list.rows === undefined) return longListCard(context, list, { name: "clients", title: words.clients.table });
  const before = state.get("before");
  const rows = filterRows(ofPlace(context, list.rows), { class: state.get("class") }).filter(
    (row) => before === "" || (row.previous ?? "none") === before,
  );
  const column = columnsFor<ListedClient>(context);
  return dataTable(context, {
    name: "clients",
    title: words.clients.table,
    subtitle: soldText(context, rows, list.rows, (row) => row.net),
    rows,
    columns: [
      clientColumn<ListedClient>(context),
      column.named(words.columns.class, (row) => row.class, words.classes),
      column.named(words.columns.previousClass, (row) => row.previous, words.classes),
      column.text("ABC", (row) => row.abc),
      column.text("XYZ", (row) => row.xyz),
      summed(column.money(words.metrics.netSales, (row) => row.net)),
      summed(column.count(words.metrics.orders, (row) => row.orders)),
      column.day(words.columns.lastOrder, (row) => row.lastOrder),
      column.named(words.dimensions.region, (row) => row.region, words.values),
      column.text(words.dimensions.manager, (row) => row.manager),
    ],
  });
}
