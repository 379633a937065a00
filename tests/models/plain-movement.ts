import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { placeOf } from "./plain-goods.ts";
import { monthsBefore } from "./plain-lines.ts";
import { monthOf, ownerOn, takeSales } from "./plain-sales.ts";
import { wilson } from "./plain-surveys.ts";

const lostAfter = 3;

/** The bridge of clients by month, region and owner of today: counts and net sales of the new, won back and kept. */
function bridgeClients(company: Odd, asOf: string): Record<string, readonly number[]> {
  const takings = takeSales(company, asOf);
  const months = listMonths(takings.filter(({ orders }) => orders > 0).map(({ month }) => month));
  const result: Record<string, readonly number[]> = {};
  for (const { client_id, manager_id } of company.clients) {
    const own = takings.filter((one) => one.client_id === client_id);
    const ordered = new Set(own.filter(({ orders }) => orders > 0).map(({ month }) => month));
    const [first] = [...ordered].sort();
    const owner = ownerOn(company, client_id, asOf) ?? manager_id ?? "unknown";
    const place = `${placeOf(company, client_id, asOf)} ${owner}`;
    for (const month of months.filter((one) => one >= (first ?? "9999"))) {
      const isActive = (end: string) => [end, ...monthsBefore(end, lostAfter - 1)].some((one) => ordered.has(one));
      const [before = ""] = monthsBefore(month, 1);
      const [was, is] = [isActive(before), isActive(month)];
      const net = own.filter((one) => one.month === month).reduce((all, one) => all + one.gross - one.returned, 0);
      const [isNew, isBack, isKept] = [month === first, !was && is && month !== first, was && is];
      const flags = [was, isNew, isBack, was && !is, isKept, is, ordered.has(month)].map(Number);
      const amounts = [isNew, isBack, isKept].map((counts) => (counts ? net : 0));
      const key = `${month} ${place}`;
      const held = result[key] ?? [];
      result[key] = [...flags, ...amounts].map((value, index) => value + (held[index] ?? 0));
    }
  }
  return Object.fromEntries(Object.entries(result).filter(([, row]) => row.some((value) => value !== 0)));
}

/** Complete months from the first of some to the last over. */
function listMonths(months: readonly string[]): readonly string[] {
  const first = [...months].sort()[0] ?? "";
  return monthsBefore("2026-05-01", 40).filter((month) => month >= first);
}

/** Clients of a cohort back in a month with limits, in it or later, and net sales over those of the first (models.md §6). */
function keepCohorts(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const takings = takeSales(company, asOf);
  const orders = takings.filter(({ orders }) => orders > 0);
  const first = new Map<string, string>();
  for (const { client_id, month } of orders)
    first.set(client_id, [month, first.get(client_id) ?? month].sort()[0] ?? month);
  const cohorts = [...new Set(first.values())];
  const complete = listMonths(cohorts).filter((month) => month < monthOf(asOf));
  const result: Record<string, readonly (number | null)[]> = {};
  for (const cohort of cohorts)
    complete
      .filter((month) => month >= cohort)
      .forEach((month, number, all) => {
        const clients = [...first].filter(([, month]) => month === cohort).map(([client]) => client);
        const inMonth = (one: (typeof takings)[number], at: string) =>
          clients.includes(one.client_id) && one.month === at;
        const countOf = (is: (at: string) => boolean) =>
          clients.filter((client) => orders.some((one) => one.client_id === client && is(one.month))).length;
        const netOf = (at: string) =>
          takings.filter((one) => inMonth(one, at)).reduce((sum, one) => sum + one.gross - one.returned, 0);
        const active = countOf((at) => at === month);
        const limits = number === 0 ? [null, null] : wilson(active, clients.length);
        const rolling = all.length - 1 - number < 3 ? null : countOf((at) => at >= month) / clients.length;
        const start = netOf(cohort);
        const kept = start > 0 ? netOf(month) / start : null;
        result[`${cohort} ${number}`] = [active / clients.length, ...limits, rolling, kept];
      });
  return result;
}

export const movementOracles: readonly Oracle[] = [
  {
    says: "clients new, won back, lost and kept by region and owner, and their net sales",
    relations: ["metrics.client_movement_by_month"],
    sql: `select month || ' ' || region || ' ' || manager_id as key, opening_count as a, new_count as b, won_back_count as c,
      lost_count as d, kept_count as e, closing_count as f, ordering_count as g, cast(new_amount as double) as h,
      cast(won_back_amount as double) as i, cast(kept_amount as double) as j from metrics.client_movement_by_month
      where opening_count + closing_count + new_count + won_back_count + lost_count > 0`,
    plain: bridgeClients,
  },
  {
    says: "cohorts: share back in a month with limits, in it or later, and their revenue",
    relations: ["metrics.cohort_retention"],
    sql: `select cohort_month || ' ' || month_number as key, retention_rate as a, retention_low as b, retention_high as c,
      rolling_retention_rate as d, revenue_retention_rate as e from metrics.cohort_retention where is_complete`,
    plain: keepCohorts,
  },
];
