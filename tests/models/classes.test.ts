import { describe, expect, it } from "vitest";
import { type ClassRules, classify, type Order } from "./classify.ts";
import { withWarehouse } from "./warehouse.ts";

interface ClassRow {
  client_id: string;
  month: string;
  class_raw: string;
  class_published: string;
}

const asOf = "2025-12-20";

const checks = ["every_client_has_one_class", "class_shares_sum_to_one", "class_migration_accounts_for_every_client"];

describe("metrics.client_classes", () => {
  for (const rules of listRules()) {
    const { mode, period, measure, hysteresis } = rules;
    it(`follows the rules step by step: ${mode}, ${period}, ${measure}, hysteresis ${hysteresis}`, async () => {
      const orders = makeOrders(120, 11);
      const expected = classify(orders, rules, asOf);
      const found = await build(orders, rules);
      expect(expected.some(({ raw, published }) => raw !== published)).toBe(hysteresis);
      expect(found).toEqual(
        expected.map(({ client, month, raw, published }) => ({
          client_id: client,
          month,
          class_raw: raw,
          class_published: published,
        })),
      );
    });
  }

  it("uses every class in the data of these tests", () => {
    const found = new Set(classify(makeOrders(120, 11), listRules()[0] as ClassRules, asOf).map(({ raw }) => raw));
    expect([...found].sort()).toEqual(["inactive", "key", "medium", "new", "occasional", "small"]);
  });

  it("says the same of a past period however late it is built, and whatever came back since", async () => {
    const orders = makeOrders(50, 5);
    const monthly = listRules()[0] as ClassRules;
    for (const rules of [monthly, { ...monthly, period: "quarter" as const, window: 3 }]) {
      const before = (found: readonly ClassRow[]) => found.filter(({ month }) => month <= "2025-03-01");
      const late = before(await build(orders, rules, asOf, returned));
      const early = await build(orders, rules, "2025-03-31", returned);
      expect(early.length).toBeGreaterThan(80);
      expect(early).toEqual(late);
    }
  });

  it("does not depend on the order of the input", async () => {
    const orders = makeOrders(60, 3);
    const rules = listRules()[0] as ClassRules;
    expect(await build([...orders].reverse(), rules)).toEqual(await build(orders, rules));
  });

  it("has no rows where there are no orders", async () => {
    expect(await build([], listRules()[0] as ClassRules)).toEqual([]);
  });
});

function listRules(): readonly ClassRules[] {
  const base = { window: 6, occasionalBelow: 1 / 3 };
  return [
    {
      ...base,
      mode: "quantile",
      period: "month",
      measure: "net_amount",
      keyFrom: 0.8,
      mediumFrom: 0.5,
      hysteresis: true,
    },
    {
      ...base,
      mode: "absolute",
      period: "month",
      measure: "net_amount",
      keyFrom: 90,
      mediumFrom: 40,
      hysteresis: true,
    },
    {
      ...base,
      mode: "share",
      period: "month",
      measure: "net_amount",
      keyFrom: 0.02,
      mediumFrom: 0.01,
      hysteresis: true,
    },
    {
      ...base,
      mode: "absolute",
      period: "quarter",
      measure: "order_count",
      keyFrom: 3,
      mediumFrom: 1.5,
      hysteresis: true,
    },
    {
      ...base,
      mode: "quantile",
      period: "month",
      measure: "net_amount",
      keyFrom: 0.8,
      mediumFrom: 0.5,
      hysteresis: false,
    },
  ];
}

/** Makes orders of clients whose habits change: some stop, some grow, some start in the last, open month. */
function makeOrders(clients: number, seed: number): readonly Order[] {
  const random = createRandom(seed);
  const orders: Order[] = [];
  for (let client = 0; client < clients; client += 1) {
    const start = client % 17 === 0 ? 23 : Math.floor(random() * 20);
    const end = random() < 0.2 ? start + 2 : 24;
    const frequency = random() ** 2 * 1.6;
    const size = 10 + random() * 90;
    for (let month = start; month < end; month += 1) {
      const swing = 0.5 + random();
      const count = month === start ? 1 : Math.floor(frequency * swing + random() * 0.6);
      for (let order = 0; order < count; order += 1) {
        const day = 1 + Math.floor(random() * 19);
        const date = `${2024 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(day)}`;
        orders.push({ client: `c${two(client)}`, date, amount: Math.round(size * swing * 100) / 100 });
      }
    }
  }
  return orders;
}

const two = (value: number) => String(value).padStart(2, "0");

/** A small generator of even random numbers (mulberry32): the same seed gives the same data. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A third of all orders come back within half a year, whole. */
const returned = "hash(order_id) % 3 = 0";

async function build(
  orders: readonly Order[],
  rules: ClassRules,
  day = asOf,
  comesBack = "false",
): Promise<readonly ClassRow[]> {
  const values = orders.map(
    ({ client, date, amount }, index) => `('o${index}', '${client}', date '${date}', ${amount})`,
  );
  const none = "(null, null, null, null)";
  const classes = {
    mode: rules.mode,
    period: rules.period,
    measure: rules.measure,
    window_periods: rules.window,
    key_from: rules.keyFrom,
    medium_from: rules.mediumFrom,
    occasional_below_active_share: rules.occasionalBelow,
    hysteresis: rules.hysteresis,
  };
  const given = `select * from (values ${values.length > 0 ? values.join(", ") : none})
    as given(order_id, client_id, order_date, amount) where order_id is not null`;
  const recipe = {
    asOf: day,
    settings: { classes },
    raw: {
      orders: given,
      returns: `select 'r' || order_id as return_id, order_id, client_id, 1 as quantity, amount,
          order_date + cast(hash(order_id, 'days') % 180 as integer) as return_date
        from (${given}) where ${comesBack}`,
    },
    relations: ["metrics.client_class_summary", "metrics.client_class_migration"],
    checks,
  };
  return withWarehouse(recipe, async ({ connection, countFaults }) => {
    for (const check of checks) expect({ check, faults: await countFaults(check) }).toEqual({ check, faults: 0 });
    const rows = await connection.rows<ClassRow>(
      "select client_id, month, class_raw, class_published from metrics.client_classes order by client_id, month",
    );
    return rows.map((row) => ({ ...row }));
  });
}
