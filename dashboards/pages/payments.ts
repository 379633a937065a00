import { barCard, trendCard } from "../components/cards.ts";
import { filterBy, listHref } from "../components/choose.ts";
import { readClientNames } from "../components/clients.ts";
import { columnsFor } from "../components/columns.ts";
import type { PageContext, PageView } from "../components/context.ts";
import { dimensionChoice, filterBar, managerChoice, ofEntity, ofPlace } from "../components/filters.ts";
import { kpiCard } from "../components/kpi.ts";
import { longListCard, readLongList } from "../components/long-list.ts";
import { managerName, readManagers } from "../components/monthly.ts";
import { nameOf, valueName } from "../components/names.ts";
import { columns, emptyChoice, emptyPage, headline, kpiRow } from "../components/page.ts";
import { dataTable, summed } from "../components/table.ts";
import { readRows } from "../data.ts";
import { divide, filterRows, groupBy, sumOf } from "../figures.ts";
import { balanceKpi, shareOverdue, splitBalance, tellBalance } from "./payments-balance.ts";
import {
  type AgeingRow,
  buckets,
  type DebtorCountRow,
  type DebtorRow,
  type DelayRow,
  type ListedDebtor,
  type PaymentsData,
  type ReceivableRow,
} from "./payments-data.ts";

/** Draws payments: who owes, since when, and how long the money stays away. */
export async function render(context: PageContext): Promise<PageView> {
  const { files } = context;
  const all: PaymentsData = {
    receivables: await readRows<ReceivableRow>(files.receivables),
    ageing: await readRows<AgeingRow>(files.ageing),
    delays: await readRows<DelayRow>(files["payment-delays"]),
    counts: await readRows<DebtorCountRow>(files["debtor-counts"]),
    debtors: await readLongList(context, ["debtors", "payments-clients"], () => readDebtors(context)),
    managers: await readManagers(context),
  };
  if (all.receivables.length === 0) return { draw: () => emptyPage(context) };
  const choices = () => [
    dimensionChoice(context, "region", all.ageing),
    managerChoice(context, all.ageing, (id) => managerName(context, all.managers, id)),
  ];
  return { filters: filterBar(context, choices), draw: () => draw(context, all) };
}

async function readDebtors({ files }: PageContext): Promise<readonly ListedDebtor[]> {
  const names = await readClientNames(files["payments-clients"]);
  const debtors = await readRows<DebtorRow>(files.debtors);
  return debtors.map((row) => ({ ...row, client: nameOf(names, row.client_id) }));
}

function draw(context: PageContext, all: PaymentsData): readonly Node[] {
  const { words, state } = context;
  const data: PaymentsData = {
    ...all,
    ageing: ofPlace(context, all.ageing),
    counts: ofPlace(context, all.counts),
    receivables: ofEntity(context, all.receivables),
    delays: ofEntity(context, all.delays),
  };
  if (data.ageing.length === 0 && data.receivables.length === 0) return emptyChoice(context);
  return [
    headline(context, summarize(context, data), words.payments.scope),
    kpis(context, data),
    columns(
      ageBars(context, data),
      overdueBars(context, { ...data, ageing: filterRows(all.ageing, { region: state.get("region") }) }, "manager"),
      overdueBars(context, { ...data, ageing: filterRows(all.ageing, { manager_id: state.get("manager") }) }, "region"),
    ),
    columns(daysTrend(context, data), delayTable(context, all)),
    debtorTable(context, data),
  ];
}

const total = (rows: readonly AgeingRow[], key: keyof AgeingRow) =>
  sumOf(rows, (row) => (typeof row[key] === "number" ? row[key] : 0));

function summarize(context: PageContext, { ageing, counts }: PaymentsData): string {
  const debtors = sumOf(counts, (row) => row.client_count);
  return tellBalance(context, splitBalance(ageing), shareOverdue(ageing), debtors);
}

function kpis(context: PageContext, data: PaymentsData): HTMLElement {
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

function ageBars(context: PageContext, { ageing }: PaymentsData): HTMLElement {
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

function overdueBars(context: PageContext, data: PaymentsData, dimension: "manager" | "region"): HTMLElement {
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

function daysTrend(context: PageContext, data: PaymentsData): HTMLElement {
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

function delayTable(context: PageContext, all: PaymentsData): HTMLElement {
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

function debtorTable(context: PageContext, data: PaymentsData): HTMLElement {
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
