import { addDays, type Invoice, type OddCompany, type Payment } from "./odd-company.ts";
import { monthOf, rateOn } from "./plain-sales.ts";

/** Part of a payment: what it settled of an invoice, or, without one, what it settles nothing with; in euros. */
interface Part {
  readonly client_id: string;
  readonly invoice_id: string | null;
  readonly paid_date: string;
  readonly amount: number;
}

const byDay = (a: Payment, b: Payment) =>
  a.paid_date === b.paid_date ? (a.payment_id < b.payment_id ? -1 : 1) : a.paid_date < b.paid_date ? -1 : 1;

/** Settles invoices one payment after another: those that name one first, then the oldest of the client (models.md §8.2). */
export function settle(
  company: OddCompany,
  asOf: string,
): {
  readonly invoices: readonly Invoice[];
  readonly parts: readonly Part[];
  /** Cents left to pay by invoice, in its currency. */
  readonly open: ReadonlyMap<string, number>;
} {
  const invoices = company.invoices.filter(({ issued_date }) => issued_date <= asOf);
  const payments = company.payments.filter(({ paid_date }) => paid_date <= asOf).sort(byDay);
  const open = new Map(invoices.map(({ invoice_id, amount }) => [invoice_id, Math.round(amount * 100)]));
  const parts: Part[] = [];
  const take = (payment: Payment, left: number, invoice: Invoice): number => {
    const taken = Math.max(0, Math.min(left, open.get(invoice.invoice_id) ?? 0));
    if (taken === 0) return left;
    open.set(invoice.invoice_id, (open.get(invoice.invoice_id) ?? 0) - taken);
    const rate = rateOn(company, invoice.currency, invoice.issued_date) ?? 0;
    parts.push({ ...payment, invoice_id: invoice.invoice_id, amount: (taken / 100) * rate });
    return left - taken;
  };
  const keep = (payment: Payment, left: number) => {
    const rate = rateOn(company, payment.currency, payment.paid_date) ?? 0;
    if (left > 0) parts.push({ ...payment, invoice_id: null, amount: (left / 100) * rate });
  };
  for (const payment of payments.filter(({ invoice_id }) => invoice_id !== null)) {
    const named = invoices.find(({ invoice_id }) => invoice_id === payment.invoice_id);
    const all = Math.round(payment.amount * 100);
    keep(payment, named === undefined ? all : take(payment, all, named));
  }
  const currencyOf = ({ currency }: Pick<Invoice, "currency">) => currency ?? "EUR";
  const dueOf = ({ due_date, issued_date, invoice_id }: Invoice) => `${due_date ?? issued_date} ${invoice_id}`;
  for (const payment of payments.filter(({ invoice_id }) => invoice_id === null)) {
    const own = invoices
      .filter((one) => one.client_id === payment.client_id && currencyOf(one) === currencyOf(payment))
      .sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1));
    keep(
      payment,
      own.reduce((left, invoice) => take(payment, left, invoice), Math.round(payment.amount * 100)),
    );
  }
  return { invoices, parts, open };
}

const inEuros = (company: OddCompany, { amount, currency, issued_date }: Invoice) =>
  amount * (rateOn(company, currency, issued_date) ?? 0);

/** Parts of what a client owes, by days past due. */
export const buckets = [
  "not_due",
  "days_1_30",
  "days_31_60",
  "days_61_90",
  "days_over_90",
  "without_due_date",
  "credit",
  "unallocated",
] as const;

/** What each client owes on a day, in euros, bucket by bucket; without those for whom all of them are empty. */
export function ageReceivables(company: OddCompany, asOf: string): Record<string, readonly number[]> {
  const { invoices, parts } = settle(company, asOf);
  const clients: Record<string, readonly number[]> = {};
  const add = (client: string, bucket: (typeof buckets)[number], amount: number) => {
    const row = clients[client] ?? buckets.map(() => 0);
    clients[client] = row.map((held, index) => (buckets[index] === bucket ? held + amount : held));
  };
  for (const invoice of invoices) {
    const own = parts.filter(({ invoice_id }) => invoice_id === invoice.invoice_id);
    const paid = own.reduce((sum, { amount }) => sum + amount, 0);
    add(invoice.client_id, bucketOf(invoice, asOf), inEuros(company, invoice) - paid);
  }
  for (const { client_id, invoice_id, amount } of parts)
    if (invoice_id === null) add(client_id, "unallocated", -amount);
  const isEmpty = (row: readonly number[]) => row.every((amount) => Math.abs(amount) < 0.001);
  return Object.fromEntries(Object.entries(clients).filter(([, row]) => !isEmpty(row)));
}

function bucketOf({ amount, due_date }: Invoice, asOf: string): (typeof buckets)[number] {
  if (amount < 0) return "credit";
  if (due_date === null) return "without_due_date";
  const days = (Date.parse(asOf) - Date.parse(due_date)) / 86_400_000;
  if (days <= 0) return "not_due";
  return days <= 30 ? "days_1_30" : days <= 60 ? "days_31_60" : days <= 90 ? "days_61_90" : "days_over_90";
}

/** What clients owe at the end of a month (or on the as-of day), in euros and in days of sales: simple, and counted back. */
export function countSalesDays(company: OddCompany, month: string, asOf: string): readonly (number | null)[] {
  const lastDay = (first: string) => {
    const end = addDays(monthOf(addDays(first, 31)), -1);
    return end < asOf ? end : asOf;
  };
  const { invoices, parts } = settle(company, asOf);
  const worth = (those: readonly Invoice[]) => those.reduce((sum, one) => sum + inEuros(company, one), 0);
  const salesOf = (first: string) => worth(invoices.filter(({ issued_date }) => monthOf(issued_date) === first));
  const daysOf = (first: string) => (Date.parse(lastDay(first)) - Date.parse(first)) / 86_400_000 + 1;
  const end = lastDay(month);
  const paid = parts.filter(({ paid_date }) => paid_date <= end).reduce((sum, { amount }) => sum + amount, 0);
  const balance = worth(invoices.filter(({ issued_date }) => issued_date <= end)) - paid;
  const months: string[] = [];
  const oldest = monthOf(invoices.map(({ issued_date }) => issued_date).sort()[0] ?? month);
  for (let at = month; at >= oldest; at = monthOf(addDays(at, -1))) months.push(at);
  const year = months.slice(0, 12);
  const sum = (amountOf: (first: string) => number) => year.reduce((total, first) => total + amountOf(first), 0);
  const simple = (balance / sum(salesOf)) * sum(daysOf);
  let [rest, counted] = [balance, 0];
  for (const first of months) {
    const sold = salesOf(first);
    if (rest <= sold) return [balance, simple, counted + (rest / sold) * daysOf(first)];
    rest -= sold;
    counted += daysOf(first);
  }
  return [balance, simple, null];
}
