import { readClientNames } from "../components/clients.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { ofPlace } from "../components/filters.ts";
import { longListCard } from "../components/long-list.ts";
import { managerName } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { dataTable, summed } from "../components/table.ts";
import { readRows } from "../data.ts";
import type { DebtorRow, ListedDebtor, PaymentsData } from "./payments-data.ts";

/** Reads clients with invoices past due, by name. */
export async function readDebtors({ files }: PageContext): Promise<readonly ListedDebtor[]> {
  const names = await readClientNames(files["payments-clients"]);
  const debtors = await readRows<DebtorRow>(files.debtors);
  return debtors.map((row) => ({ ...row, client: nameOf(names, row.client_id) }));
}

/** Lists clients with invoices past due, once they are asked for. */
export function debtorTable(context: PageContext, data: PaymentsData): HTMLElement {
  const { words } = context;
  if (data.debtors.rows === undefined)
    return longListCard(context, data.debtors, { name: "debtors", title: words.payments.debtors });
  const column = columnsFor<ListedDebtor>(context);
  return dataTable(context, {
    name: "debtors",
    title: words.payments.debtors,
    subtitle: words.payments.debtorsSubtitle,
    rows: ofPlace(context, data.debtors.rows),
    columns: [
      column.client(
        (row) => (row.client_id === "unknown" ? null : row.client_id),
        (row) => valueName(words, row.client),
      ),
      column.text(words.dimensions.manager, (row) => managerName(context, data.managers, row.manager_id)),
      column.named(words.dimensions.region, (row) => row.region, words.values),
      summed(column.money(words.payments.overdue, (row) => row.overdue_amount)),
      column.count(words.payments.oldest, (row) => row.overdue_days_max),
      summed(column.money(words.payments.over90, (row) => row.days_over_90_amount)),
      summed(column.count(words.payments.invoices, (row) => row.overdue_count)),
      summed(column.money(words.payments.balance, (row) => row.balance_amount)),
      column.decimal(words.payments.delayPaid, (row) => row.delay_days_weighted),
    ],
  });
}
