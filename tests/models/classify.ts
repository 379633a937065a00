/** An order as the reference sees it. */
export interface Order {
  readonly client: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly amount: number;
  /** Day by which it was known, where later: goods that come back take from the day of their order. */
  readonly knownDate?: string;
  /** What is no purchase (a reversal, a return) moves the volume only. */
  readonly isPurchase?: boolean;
}

export interface ClassRules {
  readonly mode: "absolute" | "quantile" | "share";
  readonly period: "month" | "quarter";
  readonly measure: "net_amount" | "order_count";
  readonly window: number;
  readonly keyFrom: number;
  readonly mediumFrom: number;
  readonly occasionalBelow: number;
  readonly hysteresis: boolean;
}

export interface Classified {
  readonly client: string;
  readonly month: string;
  readonly raw: string;
  readonly published: string;
}

interface Window {
  readonly client: string;
  readonly period: number;
  readonly activity: "regular" | "occasional" | "inactive";
  readonly average: number;
  readonly activeShare: number;
  readonly orders: number;
}

type Volume = "key" | "medium" | "small";

/**
 * Classifies clients period by period in plain steps, with the recursion the SQL model has to do without
 * (models.md §1.1): a second opinion on metrics.client_classes. Rows come by client and month.
 */
export function classify(orders: readonly Order[], rules: ClassRules, asOf: string): readonly Classified[] {
  const last = lastCompletePeriod(asOf, rules);
  const clients = [...new Set(orders.filter(isPurchase).map(({ client }) => client))].sort();
  const windows = clients.flatMap((client) => windowsOf(client, orders, rules, last));
  const thresholds = new Map<number, { key: number; medium: number }>();
  for (const period of new Set(windows.map((window) => window.period)))
    thresholds.set(
      period,
      thresholdsOf(
        windows.filter((window) => window.period === period),
        rules,
      ),
    );
  return clients.flatMap((client) => {
    const own = windows.filter((window) => window.client === client);
    if (own.length === 0) return [{ client, month: monthOf(last, rules), raw: "new", published: "new" }];
    return publish(own, thresholds, rules);
  });
}

function publish(
  windows: readonly Window[],
  thresholds: ReadonlyMap<number, { key: number; medium: number }>,
  rules: ClassRules,
): readonly Classified[] {
  let before: { activity: string; volume: Volume | undefined } | undefined;
  let shown: { activity: string; volume: Volume | undefined } | undefined;
  return windows.map((window) => {
    const limits = thresholds.get(window.period) ?? { key: Number.NaN, medium: Number.NaN };
    const now = { activity: window.activity as string, volume: volumeOf(window, limits, rules) };
    shown = {
      activity: nextActivity(shown?.activity, before?.activity, now.activity, window, rules),
      volume: nextVolume(shown?.volume, before?.volume, now.volume, window.average, limits),
    };
    before = now;
    const raw = now.activity === "regular" ? (now.volume ?? "") : now.activity;
    const kept = shown.activity === "regular" ? (shown.volume ?? "") : shown.activity;
    return {
      client: window.client,
      month: monthOf(window.period, rules),
      raw,
      published: rules.hysteresis ? kept : raw,
    };
  });
}

function nextActivity(
  shown: string | undefined,
  before: string | undefined,
  now: string,
  window: Window,
  rules: ClassRules,
): string {
  if (shown === undefined || shown === now || before === now) return now;
  if (before === "inactive" || now === "inactive") return now;
  const isFar =
    now === "occasional"
      ? window.orders <= 1 || window.activeShare < 0.9 * rules.occasionalBelow
      : window.activeShare > 1.1 * rules.occasionalBelow;
  return isFar ? now : shown;
}

function nextVolume(
  shown: Volume | undefined,
  before: Volume | undefined,
  now: Volume | undefined,
  average: number,
  limits: { key: number; medium: number },
): Volume | undefined {
  if (now === undefined || before === undefined || shown === undefined) return now;
  if (now === shown || now === before) return now;
  const order = { small: 0, medium: 1, key: 2 };
  const isFar =
    order[now] > order[shown]
      ? average > 1.1 * (now === "key" ? limits.key : limits.medium)
      : average < 0.9 * (now === "small" ? limits.medium : limits.key);
  return isFar ? now : shown;
}

function volumeOf(window: Window, limits: { key: number; medium: number }, rules: ClassRules): Volume | undefined {
  if (window.activity === "inactive") return undefined;
  const reaches = (limit: number) => (rules.mode === "quantile" ? window.average > limit : window.average >= limit);
  return reaches(limits.key) ? "key" : reaches(limits.medium) ? "medium" : "small";
}

function thresholdsOf(windows: readonly Window[], rules: ClassRules): { key: number; medium: number } {
  const averages = windows
    .filter(({ activity }) => activity === "regular")
    .map(({ average }) => average)
    .sort((a, b) => a - b);
  if (rules.mode === "absolute") return { key: rules.keyFrom, medium: rules.mediumFrom };
  if (rules.mode === "share") {
    const total = averages.reduce((sum, average) => sum + average, 0);
    return { key: rules.keyFrom * total, medium: rules.mediumFrom * total };
  }
  return { key: quantile(averages, rules.keyFrom), medium: quantile(averages, rules.mediumFrom) };
}

/** Interpolates a quantile as R does by default (type 7). */
function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(position)] ?? Number.NaN;
  const upper = sorted[Math.ceil(position)] ?? Number.NaN;
  return lower + (position - Math.floor(position)) * (upper - lower);
}

function windowsOf(client: string, orders: readonly Order[], rules: ClassRules, last: number): readonly Window[] {
  const own = orders.filter((order) => order.client === client);
  const first = Math.min(...own.filter(isPurchase).map(({ date }) => periodOf(date, rules)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const period = first + index;
    const from = Math.max(first, period - rules.window + 1);
    const volumes = new Map<number, number>();
    const known = own.filter(({ date, knownDate }) => periodOf(knownDate ?? date, rules) <= period);
    const seen = known.filter(({ date }) => periodOf(date, rules) >= from && periodOf(date, rules) <= period);
    const purchases = seen.filter(isPurchase);
    for (const { date, amount } of seen) {
      const at = periodOf(date, rules);
      volumes.set(
        at,
        (volumes.get(at) ?? 0) + (rules.measure === "order_count" ? 10_000 : Math.round(amount * 10_000)),
      );
    }
    const eligible = period - from + 1;
    const volume = [...volumes.values()].reduce((sum, value) => sum + value, 0) / 10_000;
    const active = [...volumes.values()].filter((value) => value > 0).length;
    const activeShare = active / eligible;
    const isOccasional = purchases.length <= 1 || activeShare < rules.occasionalBelow;
    const activity = active === 0 ? "inactive" : isOccasional ? "occasional" : "regular";
    return { client, period, activity, average: volume / eligible, activeShare, orders: purchases.length };
  });
}

const isPurchase = (order: Order) => order.isPurchase !== false;

function periodOf(date: string, rules: ClassRules): number {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  return rules.period === "quarter" ? Math.floor(month / 3) : month;
}

function monthOf(period: number, rules: ClassRules): string {
  const month = rules.period === "quarter" ? period * 3 : period;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}

function lastCompletePeriod(asOf: string, rules: ClassRules): number {
  const next = new Date(`${asOf}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return periodOf(next.toISOString().slice(0, 10), rules) - 1;
}
