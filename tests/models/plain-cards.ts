import { dayOf } from "./odd-company.ts";
import type { Odd } from "./odd-details.ts";
import type { Figure, Figures, Oracle } from "./oracle.ts";
import { classifyClients } from "./plain-classes.ts";
import { listContracts } from "./plain-dates.ts";
import { knowDeals } from "./plain-deals.ts";
import { ageReceivables, buckets, settle } from "./plain-money.ts";
import { judgeReturn, rateOn, takeSales, valueOrders } from "./plain-sales.ts";
import { listAnswers } from "./plain-surveys.ts";

const timesRate = (amount: number, rate: number | null) => (rate === null ? null : amount * rate);

/** Everything that happened with each client, fact by fact: whose, when, how much and what. */
function tellStory(company: Odd, asOf: string): Record<string, Figures> {
  const events: Record<string, Figures> = {};
  const add = (kind: string, id: string, client: string | null, day: string, amount: Figure, detail: Figure) => {
    if (client !== null && (day <= asOf || kind === "contact_planned"))
      events[`${kind} ${id}`] =
        typeof detail === "number" ? [client, day, amount, detail, null] : [client, day, amount, null, detail];
  };
  const orders = valueOrders(company, asOf);
  for (const { order_id, client_id, order_date, isCancelled, net, status } of orders) {
    add(isCancelled ? "order_cancelled" : "order", order_id, client_id, order_date, net, status ?? "done");
    const own = company.shipments.filter((shipment) => shipment.order_id === order_id);
    const arrived = own.map(({ delivered_date }) => delivered_date ?? "9999").sort();
    if (!isCancelled) add("delivery", order_id, client_id, arrived.at(-1) ?? "9999", null, null);
  }
  const owed = new Set(listOverdue(company, asOf));
  for (const { invoice_id, client_id, issued_date, amount, currency } of company.invoices) {
    const worth = timesRate(amount, rateOn(company, currency, issued_date));
    add("invoice", invoice_id, client_id, issued_date, worth, owed.has(invoice_id) ? "overdue" : null);
  }
  for (const { payment_id, client_id, paid_date, amount, currency } of company.payments)
    add("payment", payment_id, client_id, paid_date, timesRate(amount, rateOn(company, currency, paid_date)), null);
  for (const one of company.returns)
    add(
      "return",
      one.return_id,
      one.client_id,
      one.return_date,
      judgeReturn(company, orders, one).returned,
      one.reason,
    );
  for (const { contract_id, client_id, start_date, ended, monthly, about } of listContracts(company, asOf)) {
    add("contract", contract_id, client_id, start_date, monthly, about);
    add("contract_ended", contract_id, client_id, ended ?? "9999", null, about);
  }
  for (const { complaint_id, client_id, opened_at, closed_at, complaint_type } of company.complaints) {
    if (dayOf(opened_at) > asOf) continue;
    add("complaint", complaint_id, client_id, dayOf(opened_at), null, complaint_type);
    add("complaint_closed", complaint_id, client_id, dayOf(closed_at ?? "9999"), null, null);
  }
  for (const { interaction_id, client_id, planned_at, done_at, channel, is_automatic } of company.interactions) {
    if (is_automatic) continue;
    const isDone = done_at !== null && dayOf(done_at) <= asOf;
    const day = isDone ? dayOf(done_at) : dayOf(planned_at ?? "9999");
    if (day === "9999") continue;
    const kind = isDone ? "contact" : day < asOf ? "contact_missed" : "contact_planned";
    add(kind, interaction_id, client_id, day, null, channel);
  }
  for (const deal of knowDeals(company, asOf)) {
    add("deal", deal.deal_id, deal.client_id, deal.created_date, deal.worth, deal.stage);
    const kind = deal.status === "won" ? "deal_won" : "deal_lost";
    add(kind, deal.deal_id, deal.client_id, deal.closed_date ?? "9999", deal.worth, deal.lost_reason);
  }
  for (const { survey_answer_id, client_id, answered_date, score, scale_min, scale_max } of company.surveys) {
    if (score === null) continue;
    const isOut = score < scale_min || score > scale_max;
    add("survey", survey_answer_id, client_id, answered_date, null, isOut ? null : score);
  }
  for (const one of company.campaign_members) {
    const steps = [one.sent_at, one.delivered_at, one.opened_at, one.clicked_at, one.responded_at];
    const first = steps.find((step) => step !== null && dayOf(step) <= asOf) ?? "9999";
    const isKnown = one.assigned_at === null || dayOf(one.assigned_at) <= asOf;
    const id = `${one.campaign_id} ${one.client_id}`;
    if (isKnown) add("campaign", id, one.client_id, dayOf(first), null, one.campaign_id);
    if (isKnown) add("campaign_response", id, one.client_id, dayOf(one.responded_at ?? "9999"), null, one.campaign_id);
  }
  return events;
}

/** Invoices of which something is left to pay after their due day. */
function listOverdue(company: Odd, asOf: string): readonly string[] {
  const { invoices, open } = settle(company, asOf);
  const isLate = (due: string | null) => due !== null && due < asOf;
  return invoices
    .filter(({ invoice_id, due_date }) => isLate(due_date) && (open.get(invoice_id) ?? 0) > 0)
    .map(({ invoice_id }) => invoice_id);
}

/** What is known of each client before a call: purchases, class, what it owes, complaints, and its newest recommendation. */
function fillCards(company: Odd, asOf: string): Record<string, Figures> {
  const orders = valueOrders(company, asOf).filter(({ isValid }) => isValid);
  const takings = takeSales(company, asOf);
  const classes = classifyClients(company, asOf);
  const owed = ageReceivables(company, asOf);
  const overdue = new Set(listOverdue(company, asOf));
  const { invoices, open } = settle(company, asOf);
  const complaints = company.complaints.filter(({ opened_at }) => dayOf(opened_at) <= asOf);
  const answers = listAnswers(company, asOf).filter(({ scale_min, scale_max }) => scale_min === 0 && scale_max === 10);
  return Object.fromEntries(
    company.clients.map(({ client_id, kind, industry }) => {
      const isOwn = (one: { readonly client_id: string | null }) => one.client_id === client_id;
      const days = orders
        .filter(isOwn)
        .map(({ order_date }) => order_date)
        .sort();
      const [before, now] = classes
        .filter(({ client }) => client === client_id)
        .slice(-2)
        .map(({ published }) => published);
      const debts = Object.fromEntries(buckets.map((bucket, index) => [bucket, owed[client_id]?.[index] ?? 0]));
      const late = buckets.filter((bucket) => bucket.startsWith("days_")).map((bucket) => debts[bucket] ?? 0);
      const claims = invoices.filter((one) => isOwn(one) && (open.get(one.invoice_id) ?? 0) > 0);
      const lateDays = claims.filter(({ invoice_id }) => overdue.has(invoice_id)).map(({ due_date }) => due_date ?? "");
      const own = complaints.filter(isOwn);
      const [newest] = answers.filter(isOwn).sort((a, b) => (newer(a) < newer(b) ? 1 : -1));
      return [
        client_id,
        [
          kind,
          industry,
          days[0] ?? null,
          days.at(-1) ?? null,
          days.length,
          takings.filter(isOwn).reduce((sum, { gross, returned }) => sum + gross - returned, 0),
          now ?? before ?? "none",
          now === undefined ? null : (before ?? null),
          claims.length,
          Object.values(debts).reduce((sum, amount) => sum + amount, 0),
          late.reduce((sum, amount) => sum + amount, 0),
          lateDays.length === 0 ? 0 : (Date.parse(asOf) - Date.parse(lateDays.sort()[0] ?? "")) / 86_400_000,
          own.length,
          own.filter(({ closed_at }) => closed_at === null || dayOf(closed_at) > asOf).length,
          newest?.score ?? null,
        ],
      ];
    }),
  );
}

const newer = ({ answered_date, wave }: { readonly answered_date: string; readonly wave: string }) =>
  `${answered_date} ${wave}`;

export const cardOracles: readonly Oracle[] = [
  {
    says: "everything that happened with each client",
    relations: ["marts.client_timeline"],
    sql: `select event_kind || ' ' || event_id as key, client_id as a, cast(event_date as varchar) as b, cast(amount as double) as c,
      case when event_kind = 'survey' then cast(detail as double) end as d,
      case when event_kind <> 'survey' then detail end as e from marts.client_timeline`,
    plain: tellStory,
  },
  {
    says: "what is known of a client before a call",
    relations: ["metrics.client_card"],
    sql: `select client_id as key, kind as a, industry as b, cast(first_order_date as varchar) as c,
      cast(last_order_date as varchar) as d, order_count as e, cast(net_amount as double) as f, volume_class as g,
      previous_class as h, open_invoice_count as i, cast(balance_amount as double) as j, cast(overdue_amount as double) as k,
      overdue_days_max as l, complaint_count as m, open_complaint_count as n, recommendation_score as o
      from metrics.client_card`,
    plain: fillCards,
  },
];
