import { barCard } from "../components/cards.ts";
import { filterBy } from "../components/choose.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext } from "../components/context.ts";
import { managerName } from "../components/monthly.ts";
import { valueName } from "../components/names.ts";
import { divide, groupBy } from "../figures.ts";
import { buckets, type PaymentsData, total } from "./payments-data.ts";

/** Draws open amounts by days past due. */
export function ageBars(context: PageContext, { ageing }: PaymentsData): HTMLElement {
  const { words, formats } = context;
  const rows = buckets
    .map((bucket) => ({ bucket, name: words.payments.buckets[bucket], amount: total(ageing, bucket) }))
    .filter(({ bucket, amount }) => amount !== 0 || bucket.startsWith("days") || bucket === "not_due_amount");
  const overdue = total(ageing, "overdue_amount");
  const oldest = total(ageing, "days_over_90_amount");
  const column = columnsFor<(typeof rows)[number]>(context);
  return barCard(
    context,
    {
      name: "ageing",
      title:
        overdue === 0
          ? words.payments.noneOverdueTitle
          : words.payments.ageTitle(formats.percentWhole(oldest / overdue), formats.moneyShort(oldest)),
      subtitle: words.payments.ageSubtitle,
      rows,
      columns: [
        column.text(words.payments.age, (row) => row.name),
        column.money(words.columns.amount, (row) => row.amount),
      ],
    },
    (row) => ({
      label: row.name,
      value: row.amount,
      text: formats.moneyShort(row.amount),
      color: row.bucket.startsWith("days") ? "var(--bad)" : "var(--accent)",
    }),
  );
}

/** Draws what is past due of each manager or region; a bar filters the page. */
export function overdueBars(context: PageContext, data: PaymentsData, dimension: "manager" | "region"): HTMLElement {
  const { words, formats } = context;
  const byRegion = dimension === "region";
  const title = words.dimensions[dimension];
  const rows = [...groupBy(data.ageing, (row) => (byRegion ? row.region : row.manager_id))]
    .map(([id, list]) => ({
      id,
      name: byRegion ? valueName(words, id) : managerName(context, data.managers, id),
      overdue: total(list, "overdue_amount"),
      balance: total(list, "balance_amount"),
      share: divide(total(list, "overdue_amount"), total(list, "not_due_amount") + total(list, "overdue_amount")),
    }))
    .filter((row) => row.overdue > 0)
    .sort((left, right) => right.overdue - left.overdue);
  const first = rows[0];
  const overdue = total(data.ageing, "overdue_amount");
  const column = columnsFor<(typeof rows)[number]>(context);
  return barCard(
    context,
    {
      name: `overdue-by-${dimension}`,
      title:
        first === undefined || overdue === 0
          ? words.payments.noneOverdueTitle
          : words.payments.whoTitle(first.name, formats.percentWhole(first.overdue / overdue)),
      subtitle: words.payments.whoSubtitle(title),
      rows,
      columns: [
        column.text(title, (row) => row.name),
        column.money(words.payments.overdue, (row) => row.overdue),
        column.percent(words.payments.overdueShare, (row) => row.share),
        column.money(words.payments.balance, (row) => row.balance),
      ],
    },
    (row) => ({
      label: row.name,
      action: filterBy(context, dimension, row.id),
      value: row.overdue,
      text: `${formats.moneyShort(row.overdue)} · ${formats.percentWhole(row.share ?? 0)}`,
    }),
    formats.moneyShort,
  );
}
