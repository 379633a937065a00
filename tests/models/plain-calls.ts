import { dayOf, daysBetween } from "./odd-company.ts";
import type { Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { classifyClients, readYears } from "./plain-classes.ts";
import { listContacts } from "./plain-profit.ts";
import { ownerOn, valueOrders } from "./plain-sales.ts";

/** Median days between purchases, and where it comes from: own, of the class (30 gaps or more), or of all (models.md §3a). */
function findRhythms(company: Odd, asOf: string) {
  const classes = new Map(classifyClients(company, asOf).map(({ client, published }) => [client, published]));
  const days = new Map<string, readonly string[]>();
  for (const { client_id, order_date, isValid } of valueOrders(company, asOf))
    if (isValid) days.set(client_id, [...new Set([...(days.get(client_id) ?? []), order_date])].sort());
  const clients = [...days].map(([client_id, own]) => ({
    client_id,
    last: own.at(-1) ?? "",
    gaps: own.slice(1).map((day, index) => daysBetween(own[index] ?? "", day)),
    volumeClass: classes.get(client_id) ?? "none",
  }));
  const withGaps = clients.filter(({ gaps }) => gaps.length > 0);
  const usual = (those: typeof clients) => median(those.map(({ gaps }) => median(gaps)));
  return clients.map((client) => {
    const alike = withGaps.filter(({ volumeClass }) => volumeClass === client.volumeClass);
    const source =
      client.gaps.length >= 2
        ? "own"
        : alike.flatMap(({ gaps }) => gaps).length >= 30
          ? "class"
          : withGaps.length > 0
            ? "population"
            : "none";
    const gap = source === "own" ? median(client.gaps) : usual(source === "class" ? alike : withGaps);
    return { ...client, source, gap: Math.min(365, Math.max(7, gap)), silence: daysBetween(client.last, asOf) };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** Days silent, gaps known, the median gap, its source, silence in gaps, and the status that is. */
function judgeSilence(company: Odd, asOf: string): Record<string, readonly (number | string)[]> {
  return Object.fromEntries(
    findRhythms(company, asOf).map(({ client_id, gaps, gap, source, silence }) => {
      const ratio = silence / gap;
      const status = silence > 365 || ratio > 3 ? "lapsed" : ratio > 1.5 ? "cooling" : "active";
      return [client_id, [silence, gaps.length, gap, source, ratio, status]];
    }),
  );
}

const thresholds: Readonly<Record<string, number>> = { key: 14, medium: 30, small: 60, occasional: 120 };

/** How urgent a silence is that takes so many times what its class allows. */
function judgeUrgency(ratio: number | null, isPlanned: boolean): string {
  if (ratio === null) return "none";
  if (ratio <= 1) return "ok";
  if (isPlanned) return "planned";
  return ratio <= 2 ? "warn" : "critical";
}

/** Days without contact against what the class may wait, and what to do first (models.md §11). */
function callClients(company: Odd, asOf: string): Record<string, readonly (number | string | null)[]> {
  const classes = new Map(classifyClients(company, asOf).map((one) => [one.client, one]));
  const rhythms = new Map(findRhythms(company, asOf).map((one) => [one.client_id, one]));
  const orders = valueOrders(company, asOf).filter(({ isValid }) => isValid);
  const worthOf = readYears(company, asOf);
  const contacts = listContacts(company).filter(({ done_at }) => done_at !== null && dayOf(done_at) <= asOf);
  return Object.fromEntries(
    company.clients.map(({ client_id, manager_id, is_opted_out }) => {
      const own = contacts.filter((one) => one.client_id === client_id).map(({ done_at }) => dayOf(done_at ?? ""));
      const assigned = company.client_owners
        .filter((one) => one.client_id === client_id && one.valid_from_date <= asOf)
        .map(({ valid_from_date }) => valid_from_date)
        .sort()[0];
      const bought = orders
        .filter((one) => one.client_id === client_id)
        .map(({ order_date }) => order_date)
        .sort()[0];
      const since = own.sort().at(-1) ?? assigned ?? bought;
      const days = since === undefined ? null : daysBetween(since, asOf);
      const told = classes.get(client_id);
      const threshold = thresholds[told?.published ?? ""] ?? null;
      const ratio = days === null || threshold === null ? null : days / threshold;
      const planned = company.interactions
        .filter((one) => one.client_id === client_id && !one.is_automatic && (one.done_at ?? "9999") > `${asOf} 24`)
        .map(({ planned_at }) => dayOf(planned_at ?? "9999"))
        .filter((day) => day >= asOf && day < "9999")
        .sort()[0];
      const isPlanned = planned !== undefined && threshold !== null && daysBetween(asOf, planned) <= threshold;
      const severity = is_opted_out === true ? "opted_out" : judgeUrgency(ratio, isPlanned);
      const worth = told === undefined ? null : worthOf(client_id, told.month);
      const rhythm = rhythms.get(client_id);
      const overdue = rhythm === undefined ? null : rhythm.silence / rhythm.gap;
      const isDue = severity === "warn" || severity === "critical";
      const score = isDue && (worth ?? 0) > 0 ? (ratio ?? 0) * (worth ?? 0) * Math.max(1, overdue ?? 1) : null;
      return [
        client_id,
        [
          ownerOn(company, client_id, asOf) ?? manager_id ?? "unknown",
          told?.published ?? "none",
          days,
          ratio,
          severity,
          worth,
          score,
        ],
      ];
    }),
  );
}

export const callOracles: readonly Oracle[] = [
  {
    says: "silence of clients in their own gaps between orders",
    relations: ["metrics.churn"],
    sql: `select client_id as key, days_since_last as a, gap_count as b, median_gap_days as c, gap_source as d,
      overdue_ratio as e, status as f from metrics.churn`,
    plain: judgeSilence,
  },
  {
    says: "whom to call first",
    relations: ["metrics.client_contacts"],
    sql: `select client_id as key, manager_id as a, volume_class as b, days_without_contact as c, severity_ratio as d,
      severity as e, cast(value_amount as double) as f, priority_score as g from metrics.client_contacts`,
    plain: callClients,
  },
];
