import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { listSold, monthsBefore, type Sold } from "./plain-lines.ts";
import { monthOf, ownerOn, rateOn, takeSales, valueOrders } from "./plain-sales.ts";
import { wilson } from "./plain-surveys.ts";

const sum = <T>(rows: readonly T[], amountOf: (row: T) => number | null) =>
  rows.reduce((all, row) => all + (amountOf(row) ?? 0), 0);
const knownSum = <T>(rows: readonly T[], amountOf: (row: T) => number | null) =>
  rows.some((row) => amountOf(row) !== null) ? sum(rows, amountOf) : null;
const marginOf = ({ net, cost }: Sold) => (net === null || cost === null ? null : net - cost);

/** Lines of orders of the last twelve complete months. */
function sellYear(company: Odd, asOf: string): readonly Sold[] {
  const year = monthsBefore(monthOf(asOf), 12);
  return listSold(company, asOf).filter(({ order }) => year.includes(monthOf(order.order_date)));
}

/** Pairs of products in the orders of the months looked back on: counts, support, confidence, lift (models.md §7). */
function pairProducts(company: Odd, asOf: string): Record<string, readonly number[]> {
  const from = `${Number(asOf.slice(0, 4)) - 2}${asOf.slice(4)}`;
  const baskets = valueOrders(company, asOf)
    .filter(({ isValid, order_date }) => isValid && order_date > from)
    .map(({ order_id }) => {
      const lines = company.order_lines.filter((line) => line.order_id === order_id && line.quantity > 0);
      return new Set(lines.map(({ product_id }) => product_id));
    })
    .filter(({ size }) => size > 0);
  const count = (items: readonly string[]) =>
    baskets.filter((basket) => items.every((item) => basket.has(item))).length;
  const items = [...new Set(baskets.flatMap((basket) => [...basket]))].sort();
  const all = baskets.length;
  const result: Record<string, readonly number[]> = {};
  for (const a of items)
    for (const b of items.filter((item) => item > a)) {
      const [n, first, second] = [count([a, b]), count([a]), count([b])];
      if (n < minPairs) continue;
      const lift = (n * all) / (first * second);
      const [often, seldom] = [Math.max(first, second), Math.min(first, second)];
      const error = Math.sqrt(1 / n - 1 / often + 1 / seldom - 1 / all);
      const lower = lift * Math.exp(-1.959964 * error);
      if (lower <= 1) continue;
      const leverage = n / all - (first * second) / all ** 2;
      result[`${a} ${b}`] = [first, second, n, all, n / all, n / first, n / second, lift, lower, leverage];
    }
  return result;
}

const minPairs = 2;

/** What regions buy by category, against all of them (models.md §7). */
function segmentProducts(company: Odd, asOf: string): Record<string, readonly number[]> {
  const sold = sellYear(company, asOf).filter(
    ({ order, line, net }) => order.isValid && line !== null && (net ?? 0) > 0,
  );
  const regionOf = ({ order }: Sold) => placeOf(company, order.client_id, asOf);
  const whole = sum(sold, ({ net }) => net);
  const buyers = (rows: readonly Sold[]) => new Set(rows.map(({ order }) => order.client_id)).size;
  const result: Record<string, readonly number[]> = {};
  for (const region of new Set(sold.map(regionOf)))
    for (const category of new Set(sold.map((one) => one.category))) {
      const own = sold.filter((one) => regionOf(one) === region);
      const inCategory = sold.filter((one) => one.category === category);
      const both = own.filter((one) => one.category === category);
      if (both.length === 0) continue;
      const amounts = [both, own, inCategory].map((rows) => sum(rows, ({ net }) => net)) as [number, number, number];
      const index = amounts[0] / amounts[1] / (amounts[2] / whole);
      const share = buyers(both) / buyers(own);
      const limits = wilson(buyers(both), buyers(own));
      result[`${region} ${category}`] = [
        ...[amounts[0], amounts[0] / amounts[1], amounts[0] / amounts[2], index],
        ...[buyers(both), buyers(own), share, ...limits],
      ];
    }
  return result;
}

/** What each owner of clients sold in twelve complete months: orders, clients, sales, returns, margin. */
function judgeSellers(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const sold = sellYear(company, asOf);
  const year = monthsBefore(monthOf(asOf), 12);
  const takings = takeSales(company, asOf).filter(({ month }) => year.includes(month));
  return Object.fromEntries(
    [...new Set(takings.map(({ manager_id }) => manager_id))].map((manager) => {
      const own = sold.filter(({ order }) => order.owner === manager);
      const orders = new Map(own.filter(({ order }) => order.isValid).map(({ order }) => [order.order_id, order]));
      const taken = takings.filter(({ manager_id }) => manager_id === manager);
      const [gross, back] = [sum(taken, (one) => one.gross), sum(taken, ({ returned }) => returned)];
      const costed = own.filter((line) => marginOf(line) !== null);
      const margin = knownSum(own, marginOf);
      const costedNet = sum(costed, ({ net }) => net);
      return [
        manager,
        [
          orders.size,
          new Set([...orders.values()].map(({ client_id }) => client_id)).size,
          gross,
          back,
          gross - back,
          margin,
          margin === null || costedNet <= 0 ? null : margin / costedNet,
        ],
      ];
    }),
  );
}

/** Discounts by manager and category, all classes together: list value, discount, sales, and sales over the price list. */
function discountLines(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const lines = sellYear(company, asOf).filter(
    ({ line, quantity, net }) => line !== null && (quantity ?? 0) > 0 && (net ?? -1) >= 0,
  );
  const discountOf = ({ line, net }: Sold) => {
    const share = line?.discount_share ?? null;
    return share === null || share >= 1 ? null : ((net ?? 0) * share) / (1 - share);
  };
  const cardOf = ({ product, quantity }: Sold) => {
    const rate = product === null ? null : rateOn(company, product.currency, asOf);
    return product === null || rate === null ? null : (quantity ?? 0) * product.list_price_amount * rate;
  };
  const cellOf = ({ order, category }: Sold) => `${order.owner} ${category}`;
  return Object.fromEntries(
    [...new Set(lines.map(cellOf))].map((cell) => {
      const own = lines.filter((line) => cellOf(line) === cell);
      const stated = own.filter((line) => discountOf(line) !== null);
      return [
        cell,
        [
          own.length,
          knownSum(stated, (line) => (line.net ?? 0) + (discountOf(line) ?? 0)),
          knownSum(stated, discountOf),
          sum(own, ({ net }) => net),
          knownSum(own, marginOf),
          knownSum(own, cardOf),
        ],
      ];
    }),
  );
}

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
  const result: Record<string, readonly (number | null)[]> = {};
  for (const { client_id } of company.clients) {
    const own = sold.filter(({ order }) => order.client_id === client_id);
    const taken = takings.filter((one) => one.client_id === client_id);
    const valid = new Set(own.filter(({ order }) => order.isValid).map(({ order }) => order.order_id)).size;
    const ownOrders = new Set(orders.filter((one) => one.client_id === client_id).map(({ order_id }) => order_id));
    const deliveries = company.shipments.filter(
      ({ order_id, delivered_date }) => ownOrders.has(order_id) && isOfYear(delivered_date),
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
    const goods = isTold ? sum(known, ({ cost }) => cost) : null;
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

/** How common it is that clients of a region bought a category within a year, against all clients who ever bought. */
function portrayRegions(company: Odd, asOf: string): Record<string, readonly number[]> {
  const from = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
  const sold = listSold(company, asOf).filter(({ order, line }) => order.isValid && line !== null);
  const year = sold.filter(({ order, category }) => order.order_date > from && category !== "unknown");
  const clients = new Set(
    valueOrders(company, asOf)
      .filter((one) => one.isValid)
      .map(({ client_id }) => client_id),
  );
  const bought = (client: string, category?: string) =>
    year.some((one) => one.order.client_id === client && (category ?? one.category) === one.category);
  const known = [...clients].filter((client) => bought(client));
  const places = new Map(known.map((client) => [client, placeOf(company, client, asOf)]));
  const result: Record<string, readonly number[]> = {};
  for (const region of new Set(places.values()))
    for (const category of ["tools", "paint"]) {
      const own = known.filter((client) => places.get(client) === region);
      const [hits, all] = [own, known].map((those) => those.filter((client) => bought(client, category)).length) as [
        number,
        number,
      ];
      if (hits === 0) continue;
      const [share, base] = [hits / own.length, all / known.length];
      result[`${region} ${category}`] = [
        own.length,
        hits,
        share,
        ...wilson(hits, own.length),
        known.length,
        all,
        share / base,
      ];
    }
  return result;
}

/** Region of a client today: its own, else that of who owns it. */
function placeOf(company: Odd, client_id: string, asOf: string): string {
  const client = company.clients.find((one) => one.client_id === client_id);
  const owner = ownerOn(company, client_id, asOf) ?? client?.manager_id;
  return client?.region ?? company.managers.find(({ manager_id }) => manager_id === owner)?.region ?? "unknown";
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

export const goodsSettings = {
  cost_to_serve: costs,
  cross_sell: { min_pair_count: minPairs },
};

export const goodsOracles: readonly Oracle[] = [
  {
    says: "pairs of products bought together beyond chance",
    relations: ["metrics.product_pairs"],
    sql: `select item_a || ' ' || item_b as key, basket_a_count as a, basket_b_count as b, basket_ab_count as c, basket_count as d,
      support as e, confidence_ab as f, confidence_ba as g, lift as h, lift_lower as i, leverage as j from metrics.product_pairs`,
    plain: pairProducts,
  },
  {
    says: "what regions buy, against all of them",
    relations: ["metrics.product_segments"],
    sql: `select segment || ' ' || category as key, cast(net_amount as double) as a, share_of_segment as b, share_of_category as c,
      index_ratio as d, buyer_count as e, client_count as f, penetration as g, penetration_lower as h, penetration_upper as i
      from metrics.product_segments where segmentation = 'region'`,
    plain: segmentProducts,
  },
  {
    says: "how common it is in a region to buy a category, against all",
    relations: ["metrics.client_portrait"],
    sql: `select segment || ' ' || value as key, client_count as a, value_count as b, share as c, share_lower as d,
      share_upper as e, base_client_count as f, base_value_count as g, index_ratio as h from metrics.client_portrait
      where segmentation = 'region' and trait = 'category' and value_count > 0`,
    plain: portrayRegions,
  },
  {
    says: "what sellers sold in a year, less returns, and its margin",
    relations: ["metrics.manager_profit"],
    sql: `select manager_id as key, order_count as a, client_count as b, cast(gross_amount as double) as c,
      cast(return_amount as double) as d, cast(net_amount as double) as e, cast(margin_amount as double) as f, margin_rate as g
      from metrics.manager_profit where gross_amount <> 0 or return_amount <> 0`,
    plain: judgeSellers,
  },
  {
    says: "discounts by manager and category, and what the price list would have brought",
    relations: ["metrics.discounts"],
    sql: `select manager_id || ' ' || category as key, cast(sum(line_count) as bigint) as a, cast(sum(list_amount) as double) as b,
      cast(sum(discount_amount) as double) as c, cast(sum(net_amount) as double) as d, cast(sum(margin_amount) as double) as e,
      cast(sum(card_amount) as double) as f from metrics.discounts group by 1`,
    plain: discountLines,
  },
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
