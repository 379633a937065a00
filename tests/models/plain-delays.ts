import { addDays, daysBetween } from "./odd-company.ts";
import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { sum } from "./plain-deals.ts";
import { quantile } from "./plain-figures.ts";
import { settle } from "./plain-money.ts";
import { monthOf, rateOn } from "./plain-sales.ts";

/** Money that came so many days after its due day, or has been waited for as long. */
interface Delay {
  readonly days: number;
  readonly amount: number;
  readonly isPaid: boolean;
}

/** Share of the money still to come after each day on which some came (Kaplan and Meier; models.md §8.2). */
function waitFor(delays: readonly Delay[]): readonly (readonly [number, number])[] {
  const days = [...new Set(delays.filter(({ isPaid }) => isPaid).map((delay) => delay.days))].sort((a, b) => a - b);
  let left = 1;
  return days.map((day) => {
    const waited = sum(delays.filter((delay) => delay.days >= day).map(({ amount }) => amount));
    const came = sum(delays.filter((delay) => delay.isPaid && delay.days === day).map(({ amount }) => amount));
    left *= 1 - came / waited;
    return [day, left] as const;
  });
}

/** Invoices with a due day, of the year to a day and of each month: paid, open, overdue, and how late the money comes. */
function delayPayments(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const { invoices, parts } = settle(company, asOf);
  const claims = invoices.flatMap(({ invoice_id, issued_date, due_date, amount, currency }) =>
    due_date === null || amount <= 0
      ? []
      : [{ invoice_id, issued_date, due_date, amount: amount * (rateOn(company, currency, issued_date) ?? 0) }],
  );
  const judge = (own: typeof claims) => {
    const delays = own.flatMap(({ invoice_id, due_date, amount }): readonly Delay[] => {
      const paid = parts.filter((part) => part.invoice_id === invoice_id);
      const open = amount - sum(paid.map((part) => part.amount));
      const came = paid.map((part) => ({
        days: daysBetween(due_date, part.paid_date),
        amount: part.amount,
        isPaid: true,
      }));
      return open < 0.005 ? came : [...came, { days: daysBetween(due_date, asOf), amount: open, isPaid: false }];
    });
    const [paid, open] = [delays.filter(({ isPaid }) => isPaid), delays.filter(({ isPaid }) => !isPaid)];
    const worth = (those: readonly Delay[]) => sum(those.map(({ amount }) => amount));
    const curve = waitFor(delays);
    const reach = (share: number) => curve.find(([, left]) => left <= share + 1e-9)?.[0] ?? null;
    const byDue = curve.filter(([day]) => day <= 0).at(-1)?.[1];
    return [
      own.length,
      worth(paid),
      worth(open),
      worth(open.filter(({ days }) => days > 0)),
      paid.length === 0 ? null : sum(paid.map(({ days, amount }) => days * amount)) / worth(paid),
      reach(0.5),
      reach(0.1),
      delays.every(({ days, isPaid }) => !isPaid && days <= 0) ? null : 1 - (byDue ?? 1),
    ];
  };
  const months = [...new Set(claims.map(({ issued_date }) => monthOf(issued_date)))];
  return {
    all: judge(claims.filter(({ issued_date }) => issued_date > addDays(asOf, -365))),
    ...Object.fromEntries(
      months.map((month) => [month, judge(claims.filter(({ issued_date }) => monthOf(issued_date) === month))]),
    ),
  };
}

/** How late each client pays, by amount, of the money that came in the last twelve months for what it was to pay by a day. */
function delayClients(company: Odd, asOf: string): Record<string, number | null> {
  const from = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
  const { invoices, parts } = settle(company, asOf);
  const came = parts.flatMap(({ invoice_id, paid_date, amount }) => {
    const claim = invoices.find((invoice) => invoice.invoice_id === invoice_id);
    if (!claim?.due_date || claim.amount <= 0 || paid_date <= from) return [];
    return [{ client_id: claim.client_id, amount, days: daysBetween(claim.due_date, paid_date) }];
  });
  return Object.fromEntries(
    [...new Set(came.map(({ client_id }) => client_id))].map((client) => {
      const own = came.filter(({ client_id }) => client_id === client);
      return [client, sum(own.map(({ amount, days }) => amount * days)) / sum(own.map(({ amount }) => amount))];
    }),
  );
}

/** How late the late lines of each carrier are, undelivered ones with the days so far. */
function delayLines(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const lateDays = 1;
  const lines = company.order_lines.flatMap((line) => {
    const order = company.orders.find(({ order_id }) => order_id === line.order_id);
    const due = order?.requested_date ?? order?.promised_date ?? null;
    if (order === undefined || due === null || order.order_date > asOf || order.status === "cancelled") return [];
    if (line.quantity <= 0 || addDays(due, lateDays) > asOf) return [];
    const own = company.shipments.filter(
      ({ order_id, order_line_id }) =>
        order_line_id === line.order_line_id || (order_line_id === null && order_id === line.order_id),
    );
    const carriers = [...new Set(own.map(({ carrier }) => carrier ?? "unknown"))];
    const came = own.flatMap(({ delivered_date, quantity }) =>
      delivered_date !== null && delivered_date <= asOf
        ? [{ day: delivered_date, quantity: quantity ?? line.quantity }]
        : [],
    );
    const inTime = came.filter(({ day }) => day <= addDays(due, lateDays));
    const isThere = sum(inTime.map(({ quantity }) => quantity)) >= line.quantity;
    const last =
      (isThere ? inTime : came)
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? null;
    const days = daysBetween(due, last ?? asOf);
    const isLate = days > lateDays;
    return [
      { carrier: carriers.length > 1 ? "several" : (carriers[0] ?? "unknown"), days: isLate ? days : 0, isLate, last },
    ];
  });
  return Object.fromEntries(
    [...new Set(lines.map(({ carrier }) => carrier))].map((carrier) => {
      const own = lines.filter((line) => line.carrier === carrier);
      const late = own.filter(({ isLate }) => isLate);
      const days = late.map((line) => line.days).sort((a, b) => a - b);
      return [
        carrier,
        [
          own.length,
          late.length,
          late.filter(({ last }) => last === null).length,
          quantile(days, 0.5),
          quantile(days, 0.9),
          days.at(-1) ?? null,
        ],
      ];
    }),
  );
}

export const delayOracles: readonly Oracle[] = [
  {
    says: "how late money comes, what is open counted with its days so far",
    relations: ["metrics.payment_delays"],
    sql: `select entity_id as key, invoice_count as a, cast(paid_amount as double) as b, cast(open_amount as double) as c,
      cast(open_overdue_amount as double) as d, delay_days_weighted as e, delay_days_p50 as f, delay_days_p90 as g,
      paid_by_due_day_share as h from metrics.payment_delays where dimension in ('all', 'month')`,
    plain: delayPayments,
  },
  {
    says: "how late clients paid in twelve months",
    relations: ["metrics.client_troubles"],
    sql: `select client_id as key, average_payment_delay_days as a from metrics.client_troubles
      where average_payment_delay_days is not null`,
    plain: delayClients,
  },
  {
    says: "how late the late lines of each carrier are",
    relations: ["metrics.late_days_by_carrier"],
    sql: `select carrier as key, lines_due_count as a, late_line_count as b, undelivered_line_count as c, late_days_p50 as d,
      late_days_p90 as e, late_days_max as f from metrics.late_days_by_carrier`,
    plain: delayLines,
  },
];
