import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { pairProducts } from "./plain-goods.ts";
import { knownSum, listSold, marginOf } from "./plain-lines.ts";

/** What a basket brought by one product: sales and margin, where known. */
interface Bought {
  readonly client_id: string;
  readonly day: string;
  readonly item: string;
  readonly net: number | null;
  readonly margin: number | null;
}

/** Lists what each valid order of the months looked back on held of each product. */
function listBought(company: Odd, asOf: string): readonly Bought[] {
  const from = `${Number(asOf.slice(0, 4)) - 2}${asOf.slice(4)}`;
  const lines = listSold(company, asOf).filter(
    ({ order, quantity }) => order.isValid && order.order_date > from && (quantity ?? 0) > 0,
  );
  const keyOf = ({ order, line }: (typeof lines)[number]) => `${order.order_id} ${line?.product_id}`;
  return [...new Set(lines.map(keyOf))].flatMap((key) => {
    const own = lines.filter((line) => keyOf(line) === key);
    const [first] = own;
    if (first?.line === null || first === undefined) return [];
    return {
      client_id: first.order.client_id,
      day: first.order.order_date,
      item: first.line.product_id,
      net: knownSum(own, ({ net }) => net),
      margin: knownSum(own, marginOf),
    };
  });
}

/** Average of what is known. */
function averageOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((all, value) => all + value, 0) / known.length;
}

/** At most five products for each client that sell with what it bought in a year and that it did not buy (models.md §7). */
function offerProducts(company: Odd, asOf: string): Record<string, readonly (number | string | null)[]> {
  const bought = listBought(company, asOf);
  const year = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
  const rules = Object.entries(pairProducts(company, asOf)).flatMap(([pair, figures]) => {
    const [a = "", b = ""] = pair.split(" ");
    const [, , both = 0, , , forward = 0, backward = 0] = figures;
    return [
      { reason: a, item: b, confidence: forward, both },
      { reason: b, item: a, confidence: backward, both },
    ];
  });
  const worth = new Map(
    [...new Set(bought.map(({ item }) => item))].map((item) => {
      const own = bought.filter((one) => one.item === item);
      return [item, [averageOf(own.map(({ net }) => net)), averageOf(own.map(({ margin }) => margin))] as const];
    }),
  );
  const result: Record<string, readonly (number | string | null)[]> = {};
  const isOptedOut = (client: string) => company.clients.find((one) => one.client_id === client)?.is_opted_out === true;
  for (const client of new Set(bought.map(({ client_id }) => client_id))) {
    if (isOptedOut(client)) continue;
    const own = new Set(
      bought.filter(({ client_id, day }) => client_id === client && day > year).map(({ item }) => item),
    );
    const offers = [...worth]
      .filter(([item]) => !own.has(item))
      .flatMap(([item, [net, margin]]) => {
        const reasons = rules.filter((rule) => rule.item === item && own.has(rule.reason));
        const [best] = reasons.sort((x, y) => y.confidence - x.confidence || (x.reason < y.reason ? -1 : 1));
        if (best === undefined) return [];
        const times = (value: number | null) => (value === null ? null : value * best.confidence);
        return { ...best, net: times(net), margin: times(margin) };
      })
      .sort((x, y) => descending(x.margin, y.margin) || descending(x.net, y.net) || (x.item < y.item ? -1 : 1));
    offers.slice(0, 5).forEach(({ item, reason, confidence, both, net, margin }, index) => {
      result[`${client} ${item}`] = [index + 1, reason, confidence, both, net, margin];
    });
  }
  return result;
}

/** Orders the greater first, what is not known last. */
const descending = (a: number | null, b: number | null) => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
};

export const offerOracles: readonly Oracle[] = [
  {
    says: "what to offer each client next, and why",
    relations: ["metrics.next_products"],
    sql: `select client_id || ' ' || item_id as key, offer_rank as a, reason_item_id as b, confidence as c, basket_ab_count as d,
      expected_amount as e, expected_margin_amount as f from metrics.next_products`,
    plain: offerProducts,
  },
];
