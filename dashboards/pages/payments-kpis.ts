import { listHref } from "../components/choose.ts";
import type { PageContext } from "../components/context.ts";
import { kpiCard } from "../components/kpi.ts";
import { nameOf } from "../components/names.ts";
import { kpiRow } from "../components/page.ts";
import { balanceKpi } from "./payments-balance.ts";
import { type PaymentsData, total } from "./payments-data.ts";

/** Draws what clients owe, what of it is past due, and how long the money stays away. */
export function paymentKpis(context: PageContext, data: PaymentsData): HTMLElement {
  const { words, formats } = context;
  const recent = data.receivables.slice(-13);
  const now = recent.at(-1);
  const before = recent.length === 13 ? recent[0] : undefined;
  const comparedWith = before === undefined ? undefined : formats.month(before.month);
  const delay = data.delays[0];
  return kpiRow(
    kpiCard(context, balanceKpi(context, data.ageing, recent)),
    kpiCard(context, {
      name: words.payments.overdue,
      href: listHref("debtors"),
      term: "metrics.receivables_ageing.overdue_amount",
      value: total(data.ageing, "overdue_amount"),
      before: before?.overdue_amount,
      comparedWith,
      trend: recent.map((row) => row.overdue_amount),
      show: formats.moneyShort,
      kind: "amount",
      better: "less",
    }),
    kpiCard(context, {
      name: words.payments.dso,
      term: "metrics.receivables_by_month.dso_days",
      value: now?.dso_days ?? null,
      before: before?.dso_days,
      comparedWith,
      trend: recent.map((row) => row.dso_days),
      show: formats.decimal,
      kind: "rate",
      better: "less",
      note: now === undefined ? words.payments.oneOnly : flagNote(context, now.quality_flag),
    }),
    kpiCard(context, {
      name: words.payments.delay,
      term: "metrics.payment_delays.delay_days_p50",
      value: delay?.delay_days_p50 ?? null,
      trend: [],
      show: formats.decimal,
      kind: "rate",
      better: "less",
      note:
        delay === undefined
          ? words.payments.oneOnly
          : delay.paid_by_due_day_share === null
            ? flagNote(context, delay.quality_flag)
            : words.payments.paidByDueDay(formats.percentWhole(delay.paid_by_due_day_share)),
    }),
  );
}

function flagNote({ words }: PageContext, flag: string): string | undefined {
  return flag === "ok" ? undefined : nameOf(words.payments.flags, flag);
}
