import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { knownSum, listSold, marginOf, monthsBefore, type Sold, sellYear, sum } from "./plain-lines.ts";
import { monthOf, ownerOn, rateOn, takeSales, valueOrders } from "./plain-sales.ts";
import { wilson } from "./plain-surveys.ts";

/** Pairs of products in the orders of the months looked back on: counts, support, confidence, lift (models.md §7). */
export function pairProducts(company: Odd, asOf: string): Record<string, readonly number[]> {
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
export function placeOf(company: Odd, client_id: string, asOf: string): string {
  const client = company.clients.find((one) => one.client_id === client_id);
  const owner = ownerOn(company, client_id, asOf) ?? client?.manager_id;
  return client?.region ?? company.managers.find(({ manager_id }) => manager_id === owner)?.region ?? "unknown";
}

export const goodsSettings = {
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
];
