import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Connection, withConnection } from "../../warehouse/connection.ts";
import { home } from "../../warehouse/settings.ts";

type Volume = "key" | "medium" | "small";
type Activity = "regular" | "occasional" | "inactive";

/** A client's window at the end of a period, with the thresholds of that period. */
interface Period {
  readonly average: number;
  readonly activeShare: number;
  readonly orders: number;
  readonly key: number;
  readonly medium: number;
}

type History = readonly Period[];

const occasionalBelow = 1 / 3;

/** Factors around a threshold: on it, within 10 % of it, at 10 %, beyond. */
const around = [0.4, 0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 2.5];

const period = fc
  .record({
    key: fc.constantFrom(80, 100, 120),
    medium: fc.constantFrom(20, 40, 60),
    near: fc.constantFrom("key" as const, "medium" as const),
    factor: fc.constantFrom(...around),
    share: fc.constantFrom(0, ...around),
    orders: fc.constantFrom(1, 2, 5),
  })
  .map(
    ({ key, medium, near, factor, share, orders }): Period => ({
      key,
      medium,
      orders,
      average: share === 0 ? 0 : factor * (near === "key" ? key : medium),
      activeShare: share * occasionalBelow,
    }),
  );

const histories = fc.array(fc.array(period, { minLength: 1, maxLength: 7 }), { minLength: 250, maxLength: 250 });

describe("hysteresis of metrics.client_classes", () => {
  it("is the one history of classes that the rules allow, found by trying all", async () => {
    let held = 0;
    for (const clients of fc.sample(histories, { numRuns: 4, seed: 17 })) {
      const found = await classesOf(clients);
      for (const [index, history] of clients.entries()) {
        expect({ history, allowed: allowedHistories(history) }).toEqual({ history, allowed: [found[index]] });
        held += history.filter((each, at) => rawClass(each) !== found[index]?.[at]).length;
      }
    }
    expect(held).toBeGreaterThan(300);
  });

  it("does not change what is past when periods follow", async () => {
    const [clients = []] = fc.sample(histories, { numRuns: 1, seed: 18 });
    const whole = await classesOf(clients);
    const begun = await classesOf(clients.map((history) => history.slice(0, 4)));
    expect(begun).toEqual(whole.map((classes) => classes.slice(0, 4)));
  });
});

/** Lists every history of published classes that breaks no rule; a sound set of rules leaves one. */
function allowedHistories(history: History): readonly (readonly string[])[] {
  const activities = sequences<Activity>(["regular", "occasional", "inactive"], history.length, (shown) =>
    isLawful(shown, history.map(activityOf), isFree(history), (from, to, at) => isActivityFar(history[at], from, to)),
  );
  const volumes = sequences<Volume | "none">(["key", "medium", "small", "none"], history.length, (shown) =>
    isLawful(shown, history.map(volumeOf), isFree(history), (from, to, at) => isVolumeFar(history[at], from, to)),
  );
  return activities.flatMap((activity) =>
    volumes.map((volume) => activity.map((each, at) => (each === "regular" ? (volume[at] ?? "") : each))),
  );
}

/**
 * Says whether a published history keeps the rules (models.md §1.1, DECISIONS 17): a period that is free shows what it
 * is; any other shows what it is exactly if that was shown before, held for two periods, or lies far beyond the
 * threshold crossed, and what was shown before otherwise.
 */
function isLawful<Class>(
  shown: readonly Class[],
  raw: readonly Class[],
  isSettled: (at: number) => boolean,
  isFar: (from: Class, to: Class, at: number) => boolean,
): boolean {
  return shown.every((now, at) => {
    const [is, was, before] = [raw[at], raw[at - 1], shown[at - 1]];
    if (is === undefined) return false;
    if (was === undefined || before === undefined || isSettled(at)) return now === is;
    const moves = is === before || is === was || isFar(before, is, at);
    return now === (moves ? is : before);
  });
}

/** Becoming and ceasing to be inactive counts at once. */
const isFree = (history: History) => (at: number) =>
  [history[at], history[at - 1]].some((each) => each !== undefined && activityOf(each) === "inactive");

function isActivityFar(period: Period | undefined, _from: Activity, to: Activity): boolean {
  if (period === undefined) return false;
  if (to === "occasional") return period.orders === 1 || period.activeShare < 0.9 * occasionalBelow;
  return period.activeShare > 1.1 * occasionalBelow;
}

/** The threshold crossed is the border of the new class on the side one comes from. */
function isVolumeFar(period: Period | undefined, from: Volume | "none", to: Volume | "none"): boolean {
  if (period === undefined) return false;
  const { key, medium, average } = period;
  const rises = to === "key" || (to === "medium" && from === "small");
  if (rises) return average > 1.1 * (to === "key" ? key : medium);
  return average < 0.9 * (to === "small" ? medium : key);
}

function activityOf({ average, activeShare, orders }: Period): Activity {
  if (average === 0) return "inactive";
  return orders === 1 || activeShare < occasionalBelow ? "occasional" : "regular";
}

function volumeOf(period: Period): Volume | "none" {
  if (activityOf(period) === "inactive") return "none";
  return period.average >= period.key ? "key" : period.average >= period.medium ? "medium" : "small";
}

function rawClass(period: Period): string {
  const activity = activityOf(period);
  return activity === "regular" ? volumeOf(period) : activity;
}

/** Lists all sequences of the values that a test lets pass, given up as soon as their beginning fails it. */
function sequences<Class>(
  values: readonly Class[],
  length: number,
  isAllowed: (beginning: readonly Class[]) => boolean,
): readonly (readonly Class[])[] {
  let found: readonly (readonly Class[])[] = [[]];
  for (let at = 0; at < length; at += 1)
    found = found.flatMap((beginning) => values.map((value) => [...beginning, value])).filter(isAllowed);
  return found;
}

/** Runs the model itself over the windows given, in clients of their own thresholds: a month for each client and period. */
async function classesOf(clients: readonly History[]): Promise<readonly (readonly string[])[]> {
  return withConnection({ attach: [] }, async (connection) => {
    await createInputs(connection, clients);
    const model = readFileSync(resolve(home, "transforms/metrics/client_classes.sql"), "utf8");
    const rows = await connection.rows<{ client: number; class: string }>(
      `select cast(client_id as integer) as client, class_published as class from (${model}) order by client, month`,
    );
    const found: string[][] = clients.map(() => []);
    for (const row of rows) found[row.client]?.push(row.class);
    return found;
  });
}

async function createInputs(connection: Connection, clients: readonly History[]): Promise<void> {
  const windows = clients.flatMap((history, client) =>
    history.map((each, at) => {
      const month = `date '2000-01-01' + to_months(${client * 8 + at})`;
      const share = `${each.activeShare}::double`;
      return `('${client}', cast(${month} as date), ${each.average}::double, ${share}, ${each.orders}, '${activityOf(each)}',
        ${each.key}::double, ${each.medium}::double)`;
    }),
  );
  await connection.run("create schema metrics");
  await connection.run("create schema meta");
  await connection.run(`create table meta.settings as
    select true as class_has_hysteresis, ${occasionalBelow}::double as class_occasional_below_active_share`);
  await connection.run(`create temp table given as select * from (values ${windows.join(", ")})
    as given(client_id, month, average_per_period, active_share, order_count, activity, key_from_amount, medium_from_amount)`);
  await connection.run(`create table metrics.client_class_windows as
    select client_id, month, false as is_current, month as window_from_month, month as window_to_month,
      1 as eligible_period_count, 1 as active_period_count, order_count, average_per_period as volume,
      average_per_period, active_share, average_per_period as net_amount, activity from given`);
  await connection.run(`create table metrics.class_thresholds as
    select month, key_from_amount, medium_from_amount, 'absolute' as mode from given`);
}
