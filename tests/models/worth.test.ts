import { beforeAll, describe, expect, it } from "vitest";
import { seededRandom, simulateClients } from "../fits/simulate.ts";
import { addDays, daysBetween } from "./odd-company.ts";
import {
  chanceAlive,
  chanceOrder,
  discountOrders,
  expectAmount,
  expectOrders,
  fitAmounts,
  fitPasts,
  type Past,
  weighPurchases,
} from "./plain-worth.ts";
import { withWarehouse } from "./warehouse.ts";

const asOf = "2025-12-31";
const [horizon, months, yearly] = [91, 12, 0.15];

interface Sale {
  readonly order_id: string;
  readonly client_id: string;
  readonly day: string;
  readonly amount: number;
  readonly status: string;
  /** What came back of it five days later. */
  readonly returned: number;
}

interface Told {
  readonly client_id: string;
  readonly alive: number;
  readonly bought: number;
  readonly orders: number;
  readonly discounted: number;
  readonly amount: number;
  readonly value: number;
}

describe("churn and lifetime value, recomputed from orders by a plain reading", { timeout: 120_000 }, () => {
  const sales = makeSales(700);
  const pasts = listPasts(sales);
  const all = [...pasts.values()];
  const [fit, amounts] = [fitPasts(all), fitAmounts(all)];
  let told: readonly Told[] = [];
  let parameters: Readonly<Record<string, number>> = {};
  let spending: Readonly<Record<string, number>> = {};

  beforeAll(async () => {
    const relations = ["metrics.client_lifetime_value", "metrics.churn"];
    const settings = {
      churn: { horizon_days: horizon, model: "mbg" },
      lifetime_value: { horizon_months: months, annual_discount: yearly },
    };
    await withWarehouse({ asOf, settings, raw: rawOf(sales), relations }, async ({ connection }) => {
      told = await connection.rows<Told & Record<string, number | string>>(
        `select worth.client_id, alive_probability as alive, order_probability as bought, worth.expected_order_count as orders,
           discounted_order_count as discounted, cast(expected_order_amount as double) as amount, cast(value_amount as double) as value
         from metrics.client_lifetime_value as worth
         left join metrics.churn_probabilities as churn on worth.client_id = churn.client_id and churn.cut_number = 0`,
      );
      const chosen = "select * from metrics.churn_fits where cut_number = 0 and is_chosen";
      parameters = (await connection.row<Record<string, number>>(chosen)) ?? {};
      spending =
        (await connection.row<Record<string, number>>("select * from metrics.spend_fits where cut_number = 0")) ?? {};
    });
  }, 120_000);

  it("is of every client that ever bought", () => {
    expect(told.map(({ client_id }) => client_id).sort()).toEqual([...pasts.keys()].sort());
  });

  it("rests on the likeliest parameters", () => {
    const { r = 0, alpha_weeks: alpha = 0, a = 0, b = 0, log_likelihood = 0 } = parameters;
    const found = { r, alpha, a, b };
    expect(Math.abs(weighPurchases(found, all) - log_likelihood)).toBeLessThan(1e-6 * Math.abs(log_likelihood));
    expect(Math.abs(weighPurchases(fit, all) - log_likelihood)).toBeLessThan(1e-4);
    for (const name of ["r", "alpha", "a", "b"] as const) expect(found[name] / fit[name]).toBeCloseTo(1, 2);
    const { p = 0, q = 0, gamma_amount: gamma = 0 } = spending;
    [p, q, gamma].forEach((value, index) => {
      expect(value / (amounts[index] ?? 0)).toBeCloseTo(1, 2);
    });
  });

  it("tells of each client whether it is there, whether and how often it will buy, and what that is worth", () => {
    const differing = told.flatMap((row, index) => {
      const past = pasts.get(row.client_id);
      if (past === undefined) return [row.client_id];
      // Adding up over chances takes time: of every seventh client.
      const isAdded = index % 7 === 0;
      const orders = isAdded ? expectOrders(fit, past, horizon / 7) : row.orders;
      const discounted = isAdded ? discountOrders(fit, past, months, yearly) : row.discounted;
      const amount = expectAmount(amounts, past);
      const pairs = [
        [row.alive, chanceAlive(fit, past)],
        [row.bought, chanceOrder(fit, past, horizon / 7)],
        [row.orders, orders],
        [row.discounted, discounted],
        [row.amount / 100, amount / 100],
        [row.value / 100, (discounted * amount) / 100],
      ];
      const isFar = pairs.some(([one = 0, other = 0]) => !(Math.abs(one - other) < 0.001 + 0.001 * Math.abs(other)));
      return isFar ? [`${row.client_id}: ${pairs.map(([one, other]) => `${one} is ${other}`).join(", ")}`] : [];
    });
    expect(differing).toEqual([]);
  });
});

/** Clients that live by MBG/NBD; some days hold two orders, some orders are cancelled, of some a part comes back. */
function makeSales(count: number): readonly Sale[] {
  const random = seededRandom(31);
  const truth = { r: 0.8, alpha: 40, a: 0.9, b: 2.5 };
  return Array.from({ length: count }, (_, index) => {
    const first = Math.floor(random() * 900);
    const [client] = simulateClients("mbg", truth, 1, { age: 1260 - first, horizon: 0 }, random);
    const usual = 20 + random() * 200;
    const days = [0, ...(client?.times ?? []).map(Math.floor)];
    return days.flatMap((at, place): readonly Sale[] => {
      const day = addDays("2023-01-01", first + at);
      const sell = (suffix: string, status: string): Sale => {
        const amount = Math.round(usual * (0.5 + random()) * 100) / 100;
        const returned = random() < 0.1 ? Math.round(amount * 50) / 100 : 0;
        return { order_id: `c${index}/${place}${suffix}`, client_id: `c${index}`, day, amount, status, returned };
      };
      const more = random() < 0.1 ? [sell("b", "done")] : [];
      const cancelled = random() < 0.1 ? [{ ...sell("x", "cancelled"), day: addDays(day, 3) }] : [];
      return [sell("a", "done"), ...more, ...cancelled];
    });
  }).flat();
}

/** Purchases of each client by the as-of day: all that is sold on a day is one, less what came back by then. */
function listPasts(sales: readonly Sale[]): ReadonlyMap<string, Past> {
  const clients = new Map<string, Map<string, number>>();
  for (const { client_id, day, amount, status, returned } of sales) {
    if (status === "cancelled" || day > asOf) continue;
    const days = clients.get(client_id) ?? new Map<string, number>();
    const back = addDays(day, 5) <= asOf ? returned : 0;
    clients.set(client_id, days.set(day, (days.get(day) ?? 0) + amount - back));
  }
  return new Map(
    [...clients].map(([client, days]) => {
      const [first = "", ...others] = [...days.keys()].sort();
      const repeats = others.reduce((sum, day) => sum + (days.get(day) ?? 0), 0);
      const x = others.length;
      const last = daysBetween(first, others.at(-1) ?? first) / 7;
      return [client, { x, last, age: daysBetween(first, asOf) / 7, mean: x === 0 ? 0 : repeats / x }];
    }),
  );
}

function rawOf(sales: readonly Sale[]) {
  const read = `(select unnest(from_json('${JSON.stringify(sales)}', '["json"]')) as sale)`;
  const money = (name: string) => `cast(sale ->> '${name}' as decimal(18, 4))`;
  return {
    orders: `select sale ->> 'order_id' as order_id, sale ->> 'client_id' as client_id, sale ->> 'status' as status,
      cast(sale ->> 'day' as date) as order_date, ${money("amount")} as amount from ${read}`,
    returns: `select sale ->> 'order_id' as return_id, sale ->> 'order_id' as order_id, sale ->> 'client_id' as client_id,
      cast(sale ->> 'day' as date) + 5 as return_date, 1 as quantity, ${money("returned")} as amount
      from ${read} where ${money("returned")} > 0`,
  };
}
