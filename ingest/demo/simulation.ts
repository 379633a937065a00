import { type Assignment, Assignments, campaigns, outcomeDays } from "./campaigns.ts";
import { type Habit, Habits, type Population, roleOf, spanOf } from "./clients.ts";
import { businessUpTo, dayOfBusiness, lastDay, monthCount, monthOf, monthStart, workingDayFrom } from "./days.ts";
import { itemAt, Random } from "./random.ts";

/** Somebody orders. `turn` counts the orders of the client; campaign is the one that brought it, or -1. */
export interface Purchase {
  readonly day: number;
  readonly client: number;
  readonly turn: number;
  readonly campaign: number;
}

/** What decides volumes: the factor on all rates, and kopecks a month for the planted classes. */
export interface Volumes {
  readonly factor: number;
  readonly monthly: Readonly<Record<"key" | "medium" | "small" | "occasional", number>>;
}

/** What a campaign truly did, kept while it runs: outcomes with and without it are both known. */
export interface Outcome {
  assigned: number;
  treated: number;
  orderedTreated: number;
  orderedControl: number;
  /** Assigned clients that order only because treated, whatever their arm: treated outcome less untreated outcome. */
  movedByTreatment: number;
  extraOrders: number;
}

/** A renewal process that starts with an event has so many more than rate times span: (1 + 1/3) / 2, Erlang-3. */
const firstOrderShare = 2 / 3;
const monthlyMinimum = 2_000_00;

/** Finds the factor that makes the company place about so many orders, and volumes well inside each class. */
export function planVolumes(population: Population, orders: number): Volumes {
  const habits = new Habits(population);
  let expected = 0;
  let firstOrders = 0;
  const total = population.companies + population.shoppers;
  for (let client = population.perClass * 4; client < total; client += 1) {
    const habit = habits.of(client);
    if (habit.role === "leaver") continue;
    expected += habit.rate * spanOf(habit);
    if (habit.from > 0) firstOrders += firstOrderShare;
  }
  const planted =
    population.perClass * (3 * monthCount + 6) + population.leavers * 46 + expectedExtras(population) + firstOrders;
  const factor = Math.max(orders - planted, orders * 0.2) / Math.max(expected, 1);
  return { factor, monthly: planMonthly(population, habits, factor) };
}

function expectedExtras(population: Population): number {
  const share = campaigns.reduce(
    (sum, { reach, trueControl, extraOrder }) => sum + reach * (1 - trueControl) * extraOrder,
    0,
  );
  return share * 0.8 * (population.companies - population.perClass * 4 - population.leavers);
}

/** Reads quantiles of the volumes to be expected; medium goes half-way between the median and the fourth fifth. */
function planMonthly(population: Population, habits: Habits, factor: number): Volumes["monthly"] {
  const first = population.perClass * 4;
  const total = population.companies + population.shoppers;
  const step = Math.max(1, Math.floor((total - first) / 5000));
  const volumes: number[] = [];
  for (let client = first; client < total; client += step) {
    const habit = habits.of(client);
    const perMonth = (habit.role === "leaver" ? habit.rate : habit.rate * factor) * 23;
    const isRegular = perMonth > 0.42 && habit.to > lastDay - 200;
    if (isRegular) volumes.push(perMonth * habit.basket);
  }
  volumes.sort((left, right) => left - right);
  const quantile = (share: number) => volumes[Math.floor(share * (volumes.length - 1))] ?? 10_000_000;
  const medium = quantile(0.64);
  return {
    key: Math.round(Math.max(quantile(0.97), quantile(0.8) * 3)),
    medium: Math.round(medium),
    small: Math.max(monthlyMinimum, Math.round(quantile(0.5) * 0.2)),
    occasional: Math.round(medium * 2),
  };
}

/** Lets the whole company buy, month by month and day by day. State is one number per client, whatever the orders. */
export class Simulation {
  readonly #population: Population;
  readonly #factor: number;
  readonly #habits: Habits;
  readonly #gaps: Random;
  readonly #assignments: Assignments;
  readonly #next: Float64Array;
  readonly #turns: Int32Array;
  /** Bit of each campaign in whose window the client ordered without it. */
  readonly #ordered: Uint16Array;
  readonly outcomes: readonly Outcome[] = campaigns.map(() => ({
    assigned: 0,
    treated: 0,
    orderedTreated: 0,
    orderedControl: 0,
    movedByTreatment: 0,
    extraOrders: 0,
  }));

  constructor(population: Population, factor: number) {
    const total = population.companies + population.shoppers;
    this.#population = population;
    this.#factor = factor;
    this.#habits = new Habits(population);
    this.#gaps = new Random(population.seed, "gaps");
    this.#assignments = new Assignments(population.seed);
    this.#next = new Float64Array(total).fill(Number.NaN);
    this.#turns = new Int32Array(total);
    this.#ordered = new Uint16Array(total);
  }

  /** Lists the purchases of a month in order of days. Months are asked for one after the other, from 0. */
  month(month: number): Purchase[][] {
    const start = monthStart(month);
    const end = monthStart(month + 1);
    const byDay: Purchase[][] = Array.from({ length: end - start }, () => []);
    for (let client = 0; client < this.#next.length; client += 1) this.#buy(client, month, start, end, byDay);
    campaigns.forEach((campaign, index) => {
      if (monthOf(campaign.start) === month) this.#addExtras(index, start, byDay);
    });
    return byDay;
  }

  /** Is the client assigned to the campaign, and how? Planted clients, leavers and shoppers never are. */
  assignment(campaign: number, client: number): Assignment | undefined {
    if (roleOf(this.#population, client) !== "ordinary") return undefined;
    const plan = itemAt(campaigns, campaign);
    if (this.#habits.of(client).from > plan.start - 14) return undefined;
    return this.#assignments.of(campaign, client, plan);
  }

  /** Remembers a valid order, as the outcome of every campaign in whose window it falls and that did not bring it. */
  remember(order: { day: number; broughtBy: number; profile: { client: number } }): void {
    for (let index = 0; index < campaigns.length; index += 1) {
      const { start } = itemAt(campaigns, index);
      if (order.day < start || order.day > start + outcomeDays || order.broughtBy === index) continue;
      const { client } = order.profile;
      this.#ordered[client] = (this.#ordered[client] ?? 0) | (1 << index);
    }
  }

  /** Adds up what each campaign did, once all months are through. */
  settleOutcomes(): void {
    campaigns.forEach((_, campaign) => {
      const outcome = itemAt(this.outcomes, campaign);
      for (let client = 0; client < this.#population.companies; client += 1) {
        const assignment = this.assignment(campaign, client);
        if (assignment !== undefined) this.#settle(outcome, assignment, ((this.#ordered[client] ?? 0) >> campaign) & 1);
      }
    });
  }

  #settle(outcome: Outcome, assignment: Assignment, orderedAnyway: number): void {
    const wouldOrder = assignment.extraAfter !== undefined;
    outcome.assigned += 1;
    if (wouldOrder && orderedAnyway === 0) outcome.movedByTreatment += 1;
    if (assignment.isTreated) {
      outcome.treated += 1;
      outcome.orderedTreated += wouldOrder ? 1 : orderedAnyway;
      outcome.extraOrders += wouldOrder ? 1 : 0;
    } else {
      outcome.orderedControl += orderedAnyway;
    }
  }

  #buy(client: number, month: number, start: number, end: number, byDay: Purchase[][]): void {
    const role = roleOf(this.#population, client);
    if (role === "ordinary" || role === "leaver" || role === "shopper") this.#buyByHabit(client, start, end, byDay);
    else if (role !== "occasional" || month % 4 === client % 4) {
      const day = Math.min(workingDayFrom(start + 4 + (client % 15)), end - 1);
      this.#push(byDay, start, { day, client, turn: this.#turn(client), campaign: -1 });
    }
  }

  #buyByHabit(client: number, start: number, end: number, byDay: Purchase[][]): void {
    const limit = itemAt(businessUpTo, end);
    if (itemAt(this.#next, client) >= limit) return;
    const habit = this.#habits.of(client);
    const rate = habit.role === "leaver" ? habit.rate : habit.rate * this.#factor;
    const steps = habit.role === "leaver" ? 8 : 3;
    if (Number.isNaN(this.#next[client])) this.#next[client] = this.#firstOrder(client, habit, rate);
    const last = itemAt(businessUpTo, Math.min(habit.to, lastDay) + 1);
    while (itemAt(this.#next, client) < limit) {
      const now = itemAt(this.#next, client);
      if (now >= last) {
        this.#next[client] = Number.POSITIVE_INFINITY;
        return;
      }
      const turn = this.#turn(client);
      this.#push(byDay, start, { day: dayOfBusiness(now), client, turn, campaign: -1 });
      this.#next[client] = now + this.#gaps.at(client, turn).erlang(steps) / rate;
    }
  }

  #firstOrder(client: number, habit: Habit, rate: number): number {
    const wait = habit.from === 0 ? this.#gaps.at(client).unit() / rate : 0;
    return itemAt(businessUpTo, Math.min(workingDayFrom(habit.from), lastDay)) + wait;
  }

  #addExtras(campaign: number, start: number, byDay: Purchase[][]): void {
    const plan = itemAt(campaigns, campaign);
    for (let client = 0; client < this.#population.companies; client += 1) {
      const assignment = this.assignment(campaign, client);
      if (assignment?.extraAfter === undefined || !assignment.isTreated) continue;
      const day = workingDayFrom(plan.start + assignment.extraAfter);
      this.#push(byDay, start, { day, client, turn: this.#turn(client), campaign });
    }
  }

  #turn(client: number): number {
    const turn = (this.#turns[client] ?? 0) + 1;
    this.#turns[client] = turn;
    return turn;
  }

  #push(byDay: Purchase[][], start: number, purchase: Purchase): void {
    itemAt(byDay, purchase.day - start).push(purchase);
  }
}
