import type { PageContext } from "../components/context.ts";
import type { Kpi } from "../components/kpi.ts";
import { divide, sumOf } from "../figures.ts";
import type { AgeingRow, ReceivableRow } from "./payments-data.ts";

/** What clients owe and what is theirs: the two sides of a balance, both above zero. */
export interface Balance {
  /** Open invoices, whatever their age. */
  readonly owed: number;
  /** Money received in advance or not allocated, and credit notes. */
  readonly credit: number;
  readonly overdue: number;
  /** Owed less credit; below zero where clients are owed. */
  readonly balance: number;
}

/** Adds up the two sides of what is open. */
export function splitBalance(rows: readonly AgeingRow[]): Balance {
  const overdue = sumOf(rows, (row) => row.overdue_amount);
  return {
    owed: overdue + sumOf(rows, (row) => row.not_due_amount + row.without_due_date_amount),
    credit: -sumOf(rows, (row) => row.credit_amount + row.unallocated_amount),
    overdue,
    balance: sumOf(rows, (row) => row.balance_amount),
  };
}

/** Says what clients owe. Where what is theirs is more, or hides what is past due, both sides are told apart. */
export function tellBalance(
  { words, formats }: Pick<PageContext, "words" | "formats">,
  { owed, credit, overdue, balance }: Balance,
  share: number | null,
  debtors: number,
): string {
  const { payments } = words;
  const percent = formats.percentWhole(share ?? 0);
  if (credit <= 0 || (balance >= overdue && balance > 0)) {
    if (overdue === 0) return payments.nothingOverdue(formats.moneyShort(balance));
    return payments.headline(formats.moneyShort(balance), formats.moneyShort(overdue), percent, debtors, formats);
  }
  if (owed === 0) return payments.nothingOpen(formats.moneyShort(credit));
  const onBalance = (balance < 0 ? payments.theirs : payments.ours)(formats.moneyShort(Math.abs(balance)));
  const late =
    overdue === 0 ? payments.nonePastDue : payments.pastDue(formats.moneyShort(overdue), percent, debtors, formats);
  return `${payments.split(formats.moneyShort(owed), formats.moneyShort(credit), onBalance)} ${late}`;
}

/** The share of open invoices that is past due. */
export function shareOverdue(rows: readonly AgeingRow[]): number | null {
  const overdue = sumOf(rows, (row) => row.overdue_amount);
  return divide(overdue, sumOf(rows, (row) => row.not_due_amount) + overdue);
}

/** The balance; where more is the clients' than they owe, what they are owed, which no month before is held against. */
export function balanceKpi(
  { words, formats }: Pick<PageContext, "words" | "formats">,
  ageing: readonly AgeingRow[],
  recent: readonly ReceivableRow[],
): Kpi {
  const { owed, credit, balance } = splitBalance(ageing);
  const before = recent.length === 13 ? recent[0] : undefined;
  const unconverted = sumOf(ageing, (row) => row.unconverted_count);
  const isOwed = balance < 0;
  const notes = [
    ...(credit > 0 ? [words.payments.lessCredit(formats.moneyShort(owed), formats.moneyShort(credit))] : []),
    ...(unconverted > 0 ? [words.payments.unconverted(unconverted, formats)] : []),
  ];
  return {
    name: isOwed ? words.payments.owedToClients : words.payments.balance,
    term: "metrics.receivables_ageing.balance_amount",
    value: Math.abs(balance),
    ...(isOwed || before === undefined || before.balance_amount < 0
      ? {}
      : { before: before.balance_amount, comparedWith: formats.month(before.month) }),
    trend: recent.map((row) => (isOwed ? -row.balance_amount : row.balance_amount)),
    show: formats.moneyShort,
    kind: "amount",
    better: "neither",
    note: notes.length === 0 ? undefined : formats.clauses(notes),
  };
}
