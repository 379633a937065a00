import { describe, expect, it } from "vitest";
import type { Connection } from "../../warehouse/connection.ts";
import { withWarehouse } from "./warehouse.ts";

const cut = "2025-06-20";

const relations = [
  "metrics.client_classes",
  "metrics.client_class_migration",
  "metrics.class_thresholds",
  "metrics.client_abc_xyz",
  "metrics.product_abc_xyz",
  "metrics.rfm",
  "metrics.rfm_cut_points",
  "metrics.rfm_segments",
  "metrics.campaign_credits",
  "metrics.campaign_return",
  "metrics.campaign_credits_by_rule",
];

/** Sales of 60 clients over two and a half years, returns of some, two campaigns; drawn by hash. */
const orders = `
  select 'o' || n as order_id, 'c' || (hash(n, 'client') % 60) as client_id,
    date '2023-07-01' + cast(hash(n, 'day') % 900 as integer) as order_date,
    10 + hash(n, 'amount') % 1000 as amount
  from range(2500) as numbers(n)`;

const world = {
  clients: "select 'c' || n as client_id, 'Client ' || n as name from range(60) as numbers(n)",
  products: "select 'p' || n as product_id, 'Product ' || n as name from range(12) as numbers(n)",
  orders,
  order_lines: `select order_id || '-1' as order_line_id, order_id, 'p' || (hash(order_id) % 12) as product_id,
    1 as quantity, amount from (${orders})`,
  returns: `select 'r' || order_id as return_id, order_id, client_id, order_date + 9 as return_date, 1 as quantity,
    amount / 2 as amount from (${orders}) where hash(order_id, 'return') % 20 = 0`,
  campaigns: `select * from (values ('spring', 'Spring', date '2025-03-01', 10, 1), ('autumn', 'Autumn', date '2025-09-01', 10, 1))
    as given(campaign_id, name, start_date, fixed_cost_amount, unit_cost_amount)`,
  campaign_members: `select campaign_id, 'c' || n as client_id, case when hash(n, campaign_id) % 2 = 0 then 'treated' else 'control' end as arm,
      cast(day as timestamp) as assigned_at, cast(day as timestamp) as sent_at, cast(day + 1 as timestamp) as delivered_at
    from (values ('spring', date '2025-03-01'), ('autumn', date '2025-09-01')) as given(campaign_id, day), range(60) as numbers(n)`,
} as const;

/** The same world as files cut at a day would have it: nothing that came later is there. */
const worldCut = {
  ...world,
  orders: `select * from (${world.orders}) where order_date <= date '${cut}'`,
  order_lines: `select lines.* from (${world.order_lines}) as lines join (${world.orders}) as orders using (order_id)
    where order_date <= date '${cut}'`,
  returns: `select * from (${world.returns}) where return_date <= date '${cut}'`,
  campaigns: `select * from (${world.campaigns}) where start_date <= date '${cut}'`,
  campaign_members: `select * from (${world.campaign_members}) where assigned_at <= timestamp '${cut}'`,
} as const;

describe("a build of a past as-of day", () => {
  it("equals a build from files cut at that day: classes, RFM, ABC and XYZ, campaigns know no future", async () => {
    const past = await build(world);
    const known = await build(worldCut);
    for (const relation of relations) {
      expect({ relation, rows: past[relation]?.length }).not.toEqual({ relation, rows: 0 });
      expect({ relation, rows: past[relation] }).toEqual({ relation, rows: known[relation] });
    }
  });

  it("does not look at rows in their order", async () => {
    const shuffled = Object.fromEntries(
      Object.entries(world).map(([entity, query]) => [
        entity,
        `select * from (${query}) as given order by hash(given)`,
      ]),
    );
    const straight = await build(world);
    expect(await build(shuffled)).toEqual(straight);
  });
});

async function build(raw: Readonly<Record<string, string>>): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return withWarehouse({ asOf: cut, raw, relations }, async ({ connection }) => readAll(connection));
}

async function readAll(connection: Connection): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const found: Record<string, readonly unknown[]> = {};
  for (const relation of relations) found[relation] = await connection.rows(`select * from ${relation} order by all`);
  return found;
}
