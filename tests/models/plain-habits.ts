import type { OddCompany } from "./odd-company.ts";
import { takeSales, valueOrders } from "./plain-sales.ts";

const numberOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const nameOf = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;

/** Clients of a cohort, those back in a month, at least once by it, and net sales of the month (models.md §6). */
export function followCohorts(company: OddCompany, asOf: string): Record<string, readonly number[]> {
  const months = new Map<string, Set<number>>();
  for (const { client_id, order_date, isValid } of valueOrders(company, asOf))
    if (isValid) months.set(client_id, (months.get(client_id) ?? new Set()).add(numberOf(order_date)));
  const cohorts = new Map<number, string[]>();
  for (const [client, own] of months) {
    const first = Math.min(...own);
    cohorts.set(first, [...(cohorts.get(first) ?? []), client]);
  }
  const takings = takeSales(company, asOf);
  const result: Record<string, readonly number[]> = {};
  for (const [first, clients] of cohorts)
    for (let month = first; month < numberOf(asOf); month += 1) {
      const back = clients.filter((client) => months.get(client)?.has(month));
      const ever = clients.filter((client) =>
        [...(months.get(client) ?? [])].some((one) => one > first && one <= month),
      );
      const net = takings
        .filter((one) => clients.includes(one.client_id) && numberOf(one.day) === month)
        .reduce((sum, one) => sum + one.gross - one.returned, 0);
      result[`${nameOf(first)} ${month - first}`] = [clients.length, back.length, ever.length / clients.length, net];
    }
  return result;
}

/** Spread of a client's months of the last twelve complete ones since its first order, empty ones as zeros (models.md §1.3). */
export function spreadMonths(company: OddCompany, asOf: string): Record<string, readonly (number | null)[]> {
  const last = numberOf(asOf) - 1;
  const takings = takeSales(company, asOf);
  const orders = takings.filter(({ orders }) => orders > 0);
  const result: Record<string, readonly (number | null)[]> = {};
  for (const client of new Set(orders.map(({ client_id }) => client_id))) {
    const own = orders.filter(({ client_id }) => client_id === client).map(({ day }) => numberOf(day));
    if (!own.some((month) => month > last - 12 && month <= last)) continue;
    const from = Math.max(last - 11, Math.min(...own));
    const values = Array.from({ length: last - from + 1 }, (_, index) =>
      takings
        .filter((one) => one.client_id === client && numberOf(one.day) === from + index)
        .reduce((sum, one) => sum + one.gross - one.returned, 0),
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const whole = takings
      .filter((one) => one.client_id === client && numberOf(one.day) > last - 12 && numberOf(one.day) <= last)
      .reduce((sum, one) => sum + one.gross - one.returned, 0);
    const spread = values.length < 6 || whole <= 0 ? null : Math.sqrt(squares / (values.length - 1)) / mean;
    result[client] = [values.length, spread];
  }
  return result;
}

/** Gini, share of the largest fifth and how many bring 80 % of the clients' net revenue up to a day (models.md §12). */
export function concentrate(company: OddCompany, asOf: string): readonly number[] {
  const valued = valueOrders(company, asOf).filter(({ isCancelled, net }) => !isCancelled && net !== null);
  const buyers = new Set(valued.map(({ client_id }) => client_id));
  const sums = new Map<string, number>();
  for (const { client_id, gross, returned } of takeSales(company, asOf))
    if (buyers.has(client_id)) sums.set(client_id, (sums.get(client_id) ?? 0) + gross - returned);
  const values = [...sums.values()].filter((value) => value >= 0).sort((a, b) => a - b);
  const [count, total] = [values.length, values.reduce((sum, value) => sum + value, 0)];
  const weighted = values.reduce((sum, value, index) => sum + (2 * (index + 1) - count - 1) * value, 0);
  const largest = [...values].reverse();
  const fifth = largest.slice(0, Math.ceil(0.2 * count)).reduce((sum, value) => sum + value, 0);
  let [held, k80] = [0, 0];
  while (held < 0.8 * total) held += largest[k80++] ?? total;
  return [count, weighted / (count * total), fifth / total, k80];
}
