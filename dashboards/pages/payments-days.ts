import { trendCard } from "../components/cards.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { managerName } from "../components/monthly.ts";
import { dataTable } from "../components/table.ts";
import type { DelayRow, PaymentsData, ReceivableRow } from "./payments-data.ts";

/** Draws days of sales that receivables stand for, beside those of nothing past due. */
export function daysTrend(context: PageContext, data: PaymentsData): HTMLElement {
  const { words, formats } = context;
  const rows = data.receivables;
  const now = rows.at(-1);
  const column = columnsFor<ReceivableRow>(context);
  const points = (value: (row: ReceivableRow) => number | null) =>
    rows.map((row) => ({ month: row.month, value: value(row) }));
  return trendCard(
    context,
    {
      name: "days-of-sales",
      title:
        now?.dso_days == null || now.best_possible_dso_days === null
          ? words.payments.dso
          : words.payments.dsoTitle(formats.decimal(now.dso_days), formats.decimal(now.best_possible_dso_days)),
      subtitle: words.payments.dsoSubtitle,
      rows,
      columns: [
        column.month(words.columns.month, (row) => row.month),
        column.money(words.payments.balance, (row) => row.balance_amount),
        column.money(words.payments.overdue, (row) => row.overdue_amount),
        column.decimal(words.payments.dso, (row) => row.dso_days),
        column.decimal(words.payments.countBack, (row) => row.dso_count_back_days),
        column.decimal(words.payments.best, (row) => row.best_possible_dso_days),
        column.decimal(words.payments.delinquent, (row) => row.delinquent_days),
        column.decimal(words.payments.effectiveness, (row) => row.collection_effectiveness),
      ],
    },
    {
      series: [
        { label: words.payments.dsoShort, color: "var(--accent)", points: points((row) => row.dso_days) },
        {
          label: words.payments.bestShort,
          color: "var(--category-2)",
          isDashed: true,
          points: points((row) => row.best_possible_dso_days),
        },
      ],
      show: formats.decimal,
      axis: formats.short,
      incomplete: rows.find((row) => !row.is_complete)?.month,
      fromZero: true,
    },
  );
}

/** Lists managers by how late the money of their orders comes. */
export function delayTable(context: PageContext, all: PaymentsData): HTMLElement {
  const { words } = context;
  const rows = all.delays
    .filter((row) => row.dimension === "manager")
    .sort((left, right) => (right.delay_days_p50 ?? -1e9) - (left.delay_days_p50 ?? -1e9));
  const column = columnsFor<DelayRow>(context);
  return dataTable(context, {
    name: "payment-delays",
    title: words.payments.delays,
    subtitle: words.payments.delaysSubtitle,
    rows,
    columns: [
      column.text(words.dimensions.manager, (row) => managerName(context, all.managers, row.entity_id)),
      column.count(words.payments.invoices, (row) => row.invoice_count),
      column.decimal(words.payments.delayMedian, (row) => row.delay_days_p50),
      column.decimal(words.payments.delayP90, (row) => row.delay_days_p90),
      column.decimal(words.payments.delayPaid, (row) => row.delay_days_weighted),
      column.percent(words.payments.byDueDay, (row) => row.paid_by_due_day_share),
      column.money(words.payments.overdue, (row) => row.open_overdue_amount),
    ],
  });
}
