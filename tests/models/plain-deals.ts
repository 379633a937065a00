import { addDays, daysBetween } from "./odd-company.ts";
import type { Deal, Odd } from "./odd-details.ts";
import type { Oracle } from "./oracle.ts";
import { rateOn } from "./plain-sales.ts";

export const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const quarterOf = (day: string) => {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(first).padStart(2, "0")}-01`;
};

/** A deal as it stood on a day, its worth in euros, and the stages it entered by then. */
export interface Known extends Deal {
  readonly worth: number | null;
  readonly manager: string;
  readonly moves: readonly { readonly stage: string; readonly day: string }[];
}

export function knowDeals(company: Odd, asOf: string): readonly Known[] {
  return company.deals
    .filter(({ created_date }) => created_date <= asOf)
    .map((deal) => {
      const isClosed = deal.closed_date !== null && deal.closed_date <= asOf;
      const moves = company.deal_stage_changes
        .filter(({ deal_id, changed_at }) => deal_id === deal.deal_id && changed_at.slice(0, 10) <= asOf)
        .map(({ to_stage, changed_at }) => ({ stage: to_stage, at: changed_at, day: changed_at.slice(0, 10) }))
        .sort((a, b) => (a.at < b.at ? -1 : 1));
      const wasOpen = deal.status !== "open" && !isClosed;
      const stage = moves.at(-1)?.stage ?? (wasOpen ? "unknown" : deal.stage);
      const rate = rateOn(company, deal.currency, isClosed ? (deal.closed_date ?? "") : deal.created_date);
      return {
        ...deal,
        stage: isClosed ? deal.stage : stage,
        status: isClosed ? deal.status : "open",
        closed_date: isClosed ? deal.closed_date : null,
        worth: deal.amount === null || rate === null ? null : deal.amount * rate,
        manager: deal.manager_id ?? "unknown",
        moves,
      };
    });
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return sorted.length === 0 ? null : ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** Days within which nine of ten closed deals were closed, by nearest rank. */
export function longCycle(deals: readonly Known[]): number | null {
  const days = deals.flatMap(({ created_date, closed_date }) =>
    closed_date === null ? [] : [daysBetween(created_date, closed_date)],
  );
  return days.sort((a, b) => a - b)[Math.ceil(0.9 * days.length) - 1] ?? null;
}

/** Won, lost, their worth, win rates, mean, median cycle and long cycle of closed deals. */
function judge(deals: readonly Known[]): readonly (number | null)[] {
  const [won, lost] = ["won", "lost"].map((status) => deals.filter((deal) => deal.status === status)) as [
    Known[],
    Known[],
  ];
  const worth = (those: readonly Known[]) => {
    const known = those.flatMap((deal) => (deal.worth === null ? [] : [deal.worth]));
    return known.length === 0 ? null : sum(known);
  };
  const count = won.length + lost.length;
  const [wonWorth, lostWorth] = [worth(won), worth(lost)];
  const priced = won.filter((deal) => deal.worth !== null).length;
  return [
    won.length,
    lost.length,
    wonWorth,
    lostWorth,
    count === 0 ? null : won.length / count,
    priced === 0 ? null : (wonWorth ?? 0) / priced,
    median(won.map(({ created_date, closed_date }) => daysBetween(created_date, closed_date ?? ""))),
    longCycle([...won, ...lost]),
  ];
}

/** What became of deals by manager, of all time and of the last twelve months. */
function judgeManagers(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const deals = knowDeals(company, asOf).filter(({ status }) => status !== "open");
  const from = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`;
  const result: Record<string, readonly (number | null)[]> = {};
  for (const manager of ["all", ...new Set(deals.map((deal) => deal.manager))])
    for (const window of ["all", "last_12_months"]) {
      const own = deals.filter(
        (deal) =>
          (manager === "all" || deal.manager === manager) && (window === "all" || (deal.closed_date ?? "") > from),
      );
      if (own.length > 0) result[`${manager} ${window}`] = judge(own);
    }
  return result;
}

/** Chance of stages to be won by their history, drawn to the mean and made to rise (models.md §10.2). */
function weighStages(deals: readonly Known[], asOf: string): ReadonlyMap<string, readonly [number, number, number]> {
  const closed = deals.filter(({ status }) => status !== "open");
  const base = closed.filter(({ status }) => status === "won").length / closed.length;
  const until = addDays(asOf, -(longCycle(closed) ?? 0));
  const order = ["lead", "offer", "talks"];
  const stages = order.map((stage) => {
    const entered = deals.filter((deal) => deal.moves.some((move) => move.stage === stage && move.day <= until));
    const won = entered.filter(({ status }) => status === "won").length;
    return {
      entered: entered.length,
      won,
      weight: entered.length + 10,
      chance: (won + 10 * base) / (entered.length + 10),
    };
  });
  // Neighbours that fall are pooled until none does.
  const pools: { weight: number; chance: number; size: number }[] = [];
  for (const { weight, chance } of stages) {
    pools.push({ weight, chance, size: 1 });
    for (;;) {
      const [before, last] = pools.slice(-2);
      if (before === undefined || last === undefined || before.chance <= last.chance) break;
      const whole = before.weight + last.weight;
      const mean = (before.weight * before.chance + last.weight * last.chance) / whole;
      pools.splice(-2, 2, { weight: whole, chance: mean, size: before.size + last.size });
    }
  }
  const chances = pools.flatMap(({ chance, size }) => Array.from({ length: size }, () => chance));
  return new Map(
    order.map((stage, index) => [stage, [stages[index]?.entered ?? 0, stages[index]?.won ?? 0, chances[index] ?? 0]]),
  );
}

/** Median days of finished stays in each stage: until the next move, or the closing. */
function stays(deals: readonly Known[]): ReadonlyMap<string, number | null> {
  const days = new Map<string, number[]>();
  for (const { moves, closed_date } of deals)
    moves.forEach(({ stage, day }, index) => {
      const end = moves[index + 1]?.day ?? closed_date;
      if (end !== null) days.set(stage, [...(days.get(stage) ?? []), daysBetween(day, end)]);
    });
  return new Map([...days].map(([stage, own]) => [stage, median(own)]));
}

/** Open deals by manager: those not stale, their worth weighted, and what stands stale beside. */
function weighPipeline(company: Odd, asOf: string): Record<string, readonly (number | null)[]> {
  const deals = knowDeals(company, asOf);
  const [chances, usual] = [weighStages(deals, asOf), stays(deals)];
  const closed = deals.filter(({ status }) => status !== "open");
  const base = closed.filter(({ status }) => status === "won").length / closed.length;
  const open = deals
    .filter(({ status }) => status === "open")
    .map((deal) => {
      const idle = daysBetween(deal.moves.at(-1)?.day ?? deal.created_date, asOf);
      const isPast = deal.expected_close_date !== null && deal.expected_close_date < asOf;
      const isIdle = idle > 2 * (usual.get(deal.stage) ?? Number.POSITIVE_INFINITY);
      return { ...deal, isStale: isPast || isIdle, chance: chances.get(deal.stage)?.[2] ?? base };
    });
  const result: Record<string, readonly (number | null)[]> = {};
  for (const manager of ["all", ...new Set(open.map((deal) => deal.manager))])
    for (const quarter of ["all", ...new Set(open.map((deal) => quarterText(deal)))]) {
      const own = open.filter(
        (deal) =>
          (manager === "all" || deal.manager === manager) && (quarter === "all" || quarterText(deal) === quarter),
      );
      if (own.length === 0) continue;
      const [live, stale] = [own.filter(({ isStale }) => !isStale), own.filter(({ isStale }) => isStale)];
      const priced = live.filter(({ worth }) => worth !== null);
      const weighted = sum(priced.map(({ worth, chance }) => (worth ?? 0) * chance));
      const spread =
        1.959964 * Math.sqrt(sum(priced.map(({ worth, chance }) => (worth ?? 0) ** 2 * chance * (1 - chance))));
      const [least, most] = [-1, 1].map((sign) =>
        sum(priced.map(({ worth }) => sign * Math.max(0, sign * (worth ?? 0)))),
      );
      const known = (value: number) => (priced.length === 0 ? null : value);
      const staleWorth = stale.flatMap(({ worth }) => (worth === null ? [] : [worth]));
      result[`${manager} ${quarter}`] = [
        live.length,
        live.length - priced.length,
        known(sum(priced.map(({ worth }) => worth ?? 0))),
        known(weighted),
        known(Math.max(least ?? 0, weighted - spread)),
        known(Math.min(most ?? 0, weighted + spread)),
        stale.length,
        staleWorth.length === 0 ? null : sum(staleWorth),
      ];
    }
  return result;
}

const quarterText = ({ expected_close_date }: Deal) =>
  expected_close_date === null ? "unknown" : quarterOf(expected_close_date);

export const dealOracles: readonly Oracle[] = [
  {
    says: "deals won and lost by manager: worth, win rates, cycles",
    relations: ["metrics.deal_results"],
    sql: `select manager_id || ' ' || window_name as key, won_count as a, lost_count as b, cast(won_amount as double) as c,
      cast(lost_amount as double) as d, win_rate_count as e, won_amount_mean as f, cycle_days_p50 as g, cycle_days_p90 as h
      from metrics.deal_results`,
    plain: judgeManagers,
  },
  {
    says: "chance of each stage by history, never falling",
    relations: ["metrics.deal_stages"],
    sql: `select stage as key, entry_count as a, won_count as b, win_probability as c from metrics.deal_stages
      where stage <> 'unknown'`,
    plain: (company, asOf) => Object.fromEntries(weighStages(knowDeals(company, asOf), asOf)),
  },
  {
    says: "pipeline by manager and quarter: weighted, its interval, stale deals beside",
    relations: ["metrics.pipeline"],
    sql: `select manager_id || ' ' || close_quarter as key, open_count as a, unpriced_count as b, cast(open_amount as double) as c,
      cast(weighted_amount as double) as d, cast(weighted_lower_amount as double) as e,
      cast(weighted_upper_amount as double) as f, stale_count as g, cast(stale_amount as double) as h
      from metrics.pipeline`,
    plain: weighPipeline,
  },
];
