import { addDays } from "./odd-company.ts";
import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { listSold, monthsBefore, sum } from "./plain-lines.ts";
import { monthOf, takeSales, valueOrders } from "./plain-sales.ts";

/** What a product brought in a month, less what came back of it. */
interface Month {
  readonly product: string;
  readonly month: string;
  readonly amount: number;
}

function sellProducts(company: Odd, asOf: string): readonly Month[] {
  const sold = listSold(company, asOf).map(({ line, order, net }) => ({
    product: line?.product_id ?? "unknown",
    month: monthOf(order.order_date),
    amount: net ?? 0,
  }));
  const back = takeSales(company, asOf)
    .filter(({ returned }) => returned !== 0)
    .map(({ product_id, month, returned }) => ({ product: product_id ?? "unknown", month, amount: -returned }));
  return [...sold, ...back];
}

/** ABC, and how even demand is, of products sold in the last twelve complete months (models.md §1.2, §1.3). */
function rankProducts(company: Odd, asOf: string): Record<string, readonly (number | string | null)[]> {
  const months = sellProducts(company, asOf);
  const year = monthsBefore(monthOf(asOf), 12);
  const lines = listSold(company, asOf).filter(({ line }) => line !== null);
  const firstOf = (product: string) =>
    lines
      .filter(({ line, net }) => line?.product_id === product && (net ?? 0) > 0)
      .map(({ order }) => monthOf(order.order_date))
      .sort()[0] ?? "9999";
  const products = new Set(
    lines
      .filter(({ order, net }) => net !== null && year.includes(monthOf(order.order_date)))
      .map(({ line }) => line?.product_id ?? ""),
  );
  const amountOf = (product: string, those: readonly string[]) =>
    sum(
      months.filter((one) => one.product === product && those.includes(one.month)),
      ({ amount }) => amount,
    );
  const worth = new Map([...products].map((product) => [product, amountOf(product, year)]));
  const positive = [...worth.values()].filter((value) => value > 0);
  const whole = sum(positive, (value) => value);
  return Object.fromEntries(
    [...worth].map(([product, own]) => {
      const before = sum(positive, (value) => (value > own + 1e-6 ? value : 0)) / whole;
      const eligible = year.filter((month) => month >= firstOf(product));
      const values = eligible.map((month) => amountOf(product, [month]));
      const active = values.filter((value) => value > 0);
      const spread = eligible.length < 6 || own <= 0 ? null : deviation(values) / mean(values);
      const interval = active.length === 0 ? null : eligible.length / active.length;
      const squared = active.length < 2 ? null : (deviation(active) / mean(active)) ** 2;
      return [
        product,
        [
          own,
          own <= 0 ? "C" : before < 0.8 ? "A" : before < 0.95 ? "B" : "C",
          spread,
          spread === null ? null : spread < 0.5 ? "X" : spread < 1 ? "Y" : "Z",
          interval,
          squared,
        ],
      ];
    }),
  );
}

const mean = (values: readonly number[]) => sum(values, (value) => value) / values.length;
const deviation = (values: readonly number[]) =>
  Math.sqrt(sum(values, (value) => (value - mean(values)) ** 2) / (values.length - 1));

/** How concentrated amounts are: Gini, that of small numbers, share of the largest fifth, how many bring 80 %, HHI (models.md §12). */
function concentrateAmounts(amounts: readonly number[]): readonly (number | null)[] {
  const values = amounts.filter((value) => value >= 0).sort((a, b) => b - a);
  const [count, total] = [values.length, sum(values, (value) => value)];
  const gini =
    sum(
      values.map((value, index) => (count + 1 - 2 * (index + 1)) * value),
      (part) => part,
    ) /
    (count * total);
  const fifth = sum(values.slice(0, Math.ceil(0.2 * count)), (value) => value) / total;
  let [held, k80] = [0, 0];
  while (held < 0.8 * total - 1e-6) held += values[k80++] ?? total;
  const squares = sum(values, (value) => (value / total) ** 2);
  return [count, amounts.length - count, gini, (gini * count) / (count - 1), fifth, k80, squares, 1 / squares];
}

/** Concentration of products, and of clients of the last twelve complete months. */
function concentrateAll(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const year = monthsBefore(monthOf(asOf), 12);
  const months = sellProducts(company, asOf);
  const lines = listSold(company, asOf).filter(({ line, net }) => line !== null && net !== null);
  const ofProducts = (those: readonly string[] | null) => {
    const isIn = (month: string) => those === null || those.includes(month);
    const names = new Set(
      lines.filter(({ order }) => isIn(monthOf(order.order_date))).map(({ line }) => line?.product_id ?? ""),
    );
    return concentrateAmounts(
      [...names].map((name) =>
        sum(
          months.filter((one) => one.product === name && isIn(one.month)),
          ({ amount }) => amount,
        ),
      ),
    );
  };
  const takings = takeSales(company, asOf).filter(({ month }) => year.includes(month));
  // Whoever only sent goods back in these months is among those set aside.
  const buyers = new Set(takings.map(({ client_id }) => client_id));
  const ofClients = concentrateAmounts(
    [...buyers].map((client) =>
      sum(
        takings.filter(({ client_id }) => client_id === client),
        ({ gross, returned }) => gross - returned,
      ),
    ),
  );
  return {
    "product all_history": ofProducts(null),
    "product last_12_months": ofProducts(year),
    "client last_12_months": ofClients,
  };
}

/** Share that has ordered again by each day after the first order: Kaplan and Meier, censored on the day asked (models.md §6). */
function waitForSecond(company: Odd, asOf: string): Record<string, readonly number[]> {
  const days = new Map<string, readonly string[]>();
  for (const { client_id, order_date, isValid } of valueOrders(company, asOf))
    if (isValid) days.set(client_id, [...new Set([...(days.get(client_id) ?? []), order_date])].sort());
  const watched = [...days.values()].map(([first = "", second]) => ({
    day: (Date.parse(second ?? asOf) - Date.parse(first)) / 86_400_000,
    isBack: second !== undefined,
  }));
  let waiting = 1;
  const result: Record<string, readonly number[]> = {};
  for (const day of [...new Set(watched.map((one) => one.day))].sort((a, b) => a - b)) {
    const atRisk = watched.filter((one) => one.day >= day).length;
    const back = watched.filter((one) => one.day === day && one.isBack).length;
    waiting *= 1 - back / atRisk;
    result[day] = [atRisk, back, watched.filter((one) => one.day === day && !one.isBack).length, waiting];
  }
  return result;
}

/** Net sales of months to come while history is short: the same month a year before, or under a year the mean of three (models.md §10.3). */
function forecastSales(company: Odd, asOf: string): Record<string, number> {
  const lines = listSold(company, asOf).map(({ order, direction, net }) => ({
    month: monthOf(order.order_date),
    region: order.place,
    direction,
    amount: net ?? 0,
  }));
  const back = takeSales(company, asOf)
    .filter(({ returned }) => returned !== 0)
    .map(({ month, region, product_id, returned }) => ({
      month,
      region,
      direction: company.products.find((product) => product.product_id === product_id)?.direction ?? "unknown",
      amount: -returned,
    }));
  const all = [...lines, ...back].filter(({ month }) => month < monthOf(asOf));
  const ahead = Array.from({ length: 12 }, (_, index) => monthOf(addDays(monthOf(asOf), index * 30.5 + 5)));
  const result: Record<string, number> = {};
  for (const dimension of ["region", "direction"] as const)
    for (const entity of new Set(all.map((one) => one[dimension]))) {
      const own = all.filter((one) => one[dimension] === entity);
      const first = own.map(({ month }) => month).sort()[0] ?? "";
      const history = monthsBefore(monthOf(asOf), 40).filter((month) => month >= first);
      const values = history.map((at) =>
        sum(
          own.filter(({ month }) => month === at),
          ({ amount }) => amount,
        ),
      );
      if (values.slice(-12).every((value) => value === 0)) continue;
      ahead.forEach((month, index) => {
        const ofYear = values[values.length - 12 + index] ?? 0;
        const forecast = values.length < 12 ? mean(values.slice(-3)) : ofYear;
        result[`${dimension} ${entity} ${month}`] = Math.round(forecast * 100) / 100;
        if (dimension === "region") result[`total all ${month}`] = (result[`total all ${month}`] ?? 0) + forecast;
      });
    }
  return result;
}

export const rankOracles: readonly Oracle[] = [
  {
    says: "ABC, XYZ and demand of products",
    relations: ["metrics.product_abc_xyz"],
    sql: `select product_id as key, cast(net_amount as double) as a, abc as b, coefficient_of_variation as c, xyz as d,
      demand_interval as e, demand_cv2 as f from metrics.product_abc_xyz`,
    plain: rankProducts,
  },
  {
    says: "how concentrated sales are among products, and among clients of a year",
    relations: ["metrics.pareto_summary"],
    sql: `select dimension || ' ' || period as key, entity_count as a, excluded_negative_count as b, gini as c,
      gini_corrected as d, top20_share as e, k80_count as f, hhi as g, effective_count as h from metrics.pareto_summary
      where dimension = 'product' or (dimension = 'client' and period = 'last_12_months')`,
    plain: concentrateAll,
  },
  {
    says: "how long clients wait for a second order",
    relations: ["metrics.second_order_curve"],
    sql: `select cast(day_number as varchar) as key, at_risk_count as a, second_order_count as b, censored_count as c, waiting_share as d
      from metrics.second_order_curve`,
    plain: waitForSecond,
  },
  {
    says: "net sales to come, by region, direction and as their sum",
    relations: ["metrics.forecast"],
    sql: `select dimension || ' ' || entity_id || ' ' || period_start_date as key, cast(forecast_amount as double) as a
      from metrics.forecast where period = 'month' and is_selected`,
    plain: forecastSales,
  },
];
