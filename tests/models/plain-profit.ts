import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { marginOf, monthsBefore, sellYear, sum } from "./plain-lines.ts";
import { judgeReturn, monthOf, rateOn, takeSales, valueOrders } from "./plain-sales.ts";

const costs = { delivery: 5, call: 1, meeting: 20, visit: 30, message: 0.5, complaint: 12 } as const;

/** What each client brings in twelve complete months after goods, deliveries, contacts, complaints and campaigns. */
function profitOfClients(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const year = monthsBefore(monthOf(asOf), 12);
  const isOfYear = (day: string | null) => day !== null && year.includes(monthOf(day)) && day.slice(0, 10) <= asOf;
  const [sold, takings] = [
    sellYear(company, asOf),
    takeSales(company, asOf).filter(({ month }) => year.includes(month)),
  ];
  const orders = valueOrders(company, asOf);
  // What came back is still worth what it had cost, where its line is known.
  const goodsBack = (all: typeof orders, one: Odd["returns"][number]) => {
    const { line } = judgeReturn(company, all, one);
    const lines = sold.filter((each) => each.line?.order_line_id === line?.order_line_id && marginOf(each) !== null);
    return one.return_date > asOf
      ? 0
      : sum(lines, ({ cost, quantity }) => ((cost ?? 0) / (quantity ?? 1)) * one.quantity);
  };
  const result: Record<string, readonly (number | null)[]> = {};
  for (const { client_id } of company.clients) {
    const own = sold.filter(({ order }) => order.client_id === client_id);
    const taken = takings.filter((one) => one.client_id === client_id);
    const valid = new Set(own.filter(({ order }) => order.isValid).map(({ order }) => order.order_id)).size;
    const ownOrders = new Set(orders.filter((one) => one.client_id === client_id).map(({ order_id }) => order_id));
    const deliveries = company.shipments.filter(
      ({ order_id, shipped_date, delivered_date }) =>
        ownOrders.has(order_id) && isOfYear(shipped_date ?? delivered_date),
    ).length;
    const contacts = listContacts(company).filter((one) => one.client_id === client_id && isOfYear(one.done_at));
    const complaints = company.complaints.filter(
      (one) => one.client_id === client_id && isOfYear(one.opened_at),
    ).length;
    const contactCost = sum(contacts, ({ channel }) => costs[channel === "email" ? "message" : (channel as "call")]);
    const net = sum(taken, ({ gross, returned }) => gross - returned);
    const sent = campaignCost(company, client_id, asOf, year);
    if (own.length + taken.length + deliveries + contacts.length + complaints === 0 && sent === 0) continue;
    // Over what is known: lines of which both value and cost are, unless reversals leave nothing of them.
    const known = own.filter((line) => marginOf(line) !== null);
    const isTold = sum(known, (line) => line.net) > 0 || (own.length === 0 && taken.every((one) => one.gross === 0));
    const back = sum(company.returns, (one) => (one.client_id === client_id ? goodsBack(orders, one) : 0));
    const goods = isTold ? sum(known, ({ cost }) => cost) - back : null;
    const serving = deliveries * costs.delivery + contactCost + complaints * costs.complaint + sent;
    result[client_id] = [
      net <= 0 ? null : goods,
      sent,
      net <= 0 || goods === null ? null : net - goods - serving,
      valid,
      deliveries,
      contacts.length,
      complaints,
      net,
      deliveries * costs.delivery,
      contactCost,
      complaints * costs.complaint,
    ];
  }
  return result;
}

/** What campaigns sent to a client in the months cost: each message, and an equal part of what is fixed. */
function campaignCost(company: Odd, client: string, asOf: string, months: readonly string[]): number {
  const sentOn = (one: Odd["campaign_members"][number]) => {
    const moments = [one.sent_at, one.delivered_at, one.opened_at, one.clicked_at, one.responded_at];
    return moments.find((moment) => moment !== null && moment.slice(0, 10) <= asOf)?.slice(0, 10) ?? null;
  };
  return sum(company.campaigns, ({ campaign_id, currency, start_date, fixed_cost_amount, unit_cost_amount }) => {
    const sent = company.campaign_members.filter((one) => one.campaign_id === campaign_id && sentOn(one) !== null);
    const own = sent.find(({ client_id }) => client_id === client);
    if (own === undefined || !months.includes(monthOf(sentOn(own) ?? ""))) return 0;
    const rate = rateOn(company, currency, start_date) ?? 0;
    return ((fixed_cost_amount ?? 0) / sent.length + (unit_cost_amount ?? 0)) * rate;
  });
}

/** Contacts that took place between people; messages of one channel within an hour of the one before are one. */
export function listContacts(company: Odd): Odd["interactions"] {
  const done = company.interactions.filter(({ done_at, is_automatic }) => done_at !== null && !is_automatic);
  const isMessage = (channel: string) => channel === "message" || channel === "email";
  return done.filter((one) => {
    if (!isMessage(one.channel)) return true;
    const at = (other: typeof one) => `${other.done_at} ${other.interaction_id}`;
    const before = done
      .filter((other) => other.client_id === one.client_id && other.channel === one.channel && at(other) < at(one))
      .sort((a, b) => (at(a) < at(b) ? 1 : -1))[0];
    const passed =
      before === undefined ? 61 : (Date.parse(`${one.done_at}Z`) - Date.parse(`${before.done_at}Z`)) / 60_000;
    return passed > 60;
  });
}

export const profitSettings = { cost_to_serve: costs };

export const profitOracles: readonly Oracle[] = [
  {
    says: "what each client brings in a year and what serving it costs",
    relations: ["metrics.client_profit"],
    sql: `select client_id as key, case when net_amount > 0 then cast(goods_amount as double) end as x, cast(campaign_amount as double) as y,
      case when net_amount > 0 then cast(profit_amount as double) end as z, order_count as a, delivery_count as b, contact_count as c, complaint_count as d,
      cast(net_amount as double) as e, cast(delivery_amount as double) as f, cast(contact_amount as double) as g,
      cast(complaint_amount as double) as h from metrics.client_profit`,
    plain: profitOfClients,
  },
];
