import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withWarehouse } from "./warehouse.ts";

const rules = ["last_touch", "first_touch", "linear", "time_decay", "position"] as const;
type Rule = (typeof rules)[number];
type Kind = "responded" | "clicked" | "delivered" | "opened";

interface Touches {
  readonly campaign: string;
  readonly client: string;
  /** Hours after the first of January 2025. */
  readonly at: Partial<Readonly<Record<Kind, number>>>;
}

interface Order {
  readonly id: string;
  readonly client: string;
  readonly day: number;
  readonly cents: number;
  readonly code: string | null;
}

interface Credit {
  readonly order_id: string;
  readonly campaign_id: string;
  readonly net_amount: string;
}

const checks = [
  "campaign_credits_sum_to_one",
  "attributed_and_organic_revenue_is_all_revenue",
  "every_rule_credits_every_order",
] as const;
const kinds = ["responded", "clicked", "delivered", "opened"] as const;
/** Those with a card, and one that only orders name. */
const campaigns = ["k1", "k2", "k3", "k4", "named-only"];
const clients = ["a", "b", "c"];

const touches = fc.uniqueArray(
  fc.record({
    campaign: fc.constantFrom(...campaigns.slice(0, 4)),
    client: fc.constantFrom(...clients),
    at: fc.record(Object.fromEntries(kinds.map((kind) => [kind, fc.nat(60 * 24)])), { requiredKeys: [] }),
  }),
  { selector: ({ campaign, client }) => campaign + client, maxLength: 12 },
);
const orders = fc.array(
  fc.record({
    client: fc.constantFrom(...clients, "nobody"),
    day: fc.nat(90),
    cents: fc.integer({ min: -500, max: 100_000 }),
    code: fc.option(fc.constantFrom(...campaigns), { freq: 2 }),
  }),
  { minLength: 1, maxLength: 30 },
);

describe("metrics.campaign_credits", () => {
  for (const rule of rules) {
    it(`credits each order as a plain reading of the rule does, and loses no cent: ${rule}`, async () => {
      const samples = fc.sample(fc.record({ touches, orders }), { numRuns: 12, seed: 7 });
      const given = samples.map((sample, index) => ({
        touches: sample.touches.map((each) => ({ ...each, client: `${index}${each.client}` })),
        orders: sample.orders.map((each, at) => ({ ...each, client: `${index}${each.client}`, id: `${index}-${at}` })),
      }));
      const all = { touches: given.flatMap((each) => each.touches), orders: given.flatMap((each) => each.orders) };
      const expected = all.orders.flatMap((order) => creditOrder(order, all.touches, rule));
      expect(await build(all.touches, all.orders, rule)).toEqual(sortCredits(expected));
      expect(new Set(expected.map(({ campaign_id }) => campaign_id)).size).toBe(6);
    });
  }
});

/** Credits one order by looking at every touch: the plain reading of models.md §5.2. */
function creditOrder(order: Order, all: readonly Touches[], rule: Rule): readonly Credit[] {
  if (order.cents <= 0) return [];
  const touched = campaigns.flatMap((campaign) => {
    const events = all
      .filter((each) => each.campaign === campaign && each.client === order.client)
      .flatMap(({ at }) => kinds.map((kind) => ({ kind, hour: at[kind] })))
      .flatMap(({ kind, hour }) => (hour === undefined ? [] : [{ hour, age: order.day - Math.floor(hour / 24), kind }]))
      .filter(({ age, kind }) => age >= 0 && age <= (kind === "opened" ? 5 : 30))
      .map(({ hour }) => hour);
    const hasCode = order.code === campaign;
    if (events.length === 0 && !hasCode) return [];
    const place = (hours: number) => ({ campaign, place: hours });
    if (rule === "first_touch") return [place(events.length > 0 ? Math.min(...events) : Number.POSITIVE_INFINITY)];
    return [place(hasCode ? Number.POSITIVE_INFINITY : Math.max(...events))];
  });
  const inOrder = touched.sort((a, b) =>
    a.place === b.place ? (a.campaign < b.campaign ? -1 : 1) : a.place - b.place,
  );
  if (inOrder.length === 0) return [credit(order, "organic", order.cents)];
  const last = inOrder.at(-1)?.campaign ?? "";
  if (rule === "last_touch") return [credit(order, last, order.cents)];
  if (rule === "first_touch") return [credit(order, inOrder[0]?.campaign ?? "", order.cents)];
  const weights = inOrder.map(({ place }, index) => weighTouch(order, rule, place, index, inOrder.length));
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const parts = weights.map((weight) => Number((BigInt(order.cents) * weight) / whole));
  const others = parts.slice(0, -1).reduce((sum, part) => sum + part, 0);
  return inOrder.map(({ campaign }, index) =>
    credit(order, campaign, campaign === last ? order.cents - others : (parts[index] ?? 0)),
  );
}

/** Weighs touch `index` of `count`, oldest first; ages are in days, halves in seven. */
function weighTouch(order: Order, rule: Rule, hours: number, index: number, count: number): bigint {
  if (rule === "linear") return 1n;
  if (rule === "position") {
    if (count === 2) return 1n;
    return index === 0 || index === count - 1 ? BigInt(2 * (count - 2)) : 1n;
  }
  const age = hours === Number.POSITIVE_INFINITY ? 0 : order.day - Math.floor(hours / 24);
  return BigInt(Math.floor(2 ** 40 * 2 ** (-age / 7)));
}

const credit = (order: Order, campaign: string, cents: number): Credit => ({
  order_id: order.id,
  campaign_id: campaign,
  net_amount: (cents / 100).toFixed(4),
});

function sortCredits(credits: readonly Credit[]): readonly Credit[] {
  const name = ({ order_id, campaign_id }: Credit) => `${order_id} ${campaign_id}`;
  return [...credits].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}

async function build(given: readonly Touches[], sales: readonly Order[], rule: Rule): Promise<readonly Credit[]> {
  const moment = (hours: number | undefined) =>
    hours === undefined ? "null::timestamp" : `timestamp '2025-01-01' + interval ${hours} hour`;
  const members = given.map(
    ({ campaign, client, at }) => `('${campaign}', '${client}', ${kinds.map((kind) => moment(at[kind])).join(", ")})`,
  );
  const rows = sales.map(
    ({ id, client, day, cents, code }) =>
      `('${id}', '${client}', date '2025-01-01' + ${day}, ${cents} / 100, ${code === null ? "null" : `'${code}'`})`,
  );
  const recipe = {
    asOf: "2025-06-30",
    settings: { attribution: { rule } },
    raw: {
      campaigns: `select unnest(['${campaigns.slice(0, 4).join("', '")}']) as campaign_id, 'x' as name, date '2025-01-01' as start_date`,
      campaign_members: `select *, 'treated' as arm from (values ${members.join(", ")})
        as given(campaign_id, client_id, responded_at, clicked_at, delivered_at, opened_at)`,
      orders: `select * from (values ${rows.join(", ")}) as given(order_id, client_id, order_date, amount, campaign_id)`,
    },
    relations: ["metrics.campaign_return", "metrics.campaign_credits_by_rule"],
    checks: [...checks],
  };
  return withWarehouse(recipe, async ({ connection, countFaults }) => {
    for (const check of checks) expect({ check, faults: await countFaults(check) }).toEqual({ check, faults: 0 });
    expect(
      await connection.rows(
        `select campaign_id, net_amount from metrics.campaign_credits_by_rule where is_chosen and net_amount <> 0
         except select campaign_id, sum(net_amount) from metrics.campaign_credits group by all`,
      ),
    ).toEqual([]);
    const credits = await connection.rows<Credit>(
      "select order_id, campaign_id, net_amount from metrics.campaign_credits",
    );
    return sortCredits(credits.map((row) => ({ ...row })));
  });
}
