import { describe, expect, it } from "vitest";
import { listColumns } from "../../ingest/contracts/contract.ts";
import { contracts } from "../../transforms/contracts.ts";
import type { Connection } from "../../warehouse/connection.ts";
import { withWarehouse } from "./warehouse.ts";

const relations = [
  "campaign_arms",
  "campaign_credit_parts",
  "campaign_credits",
  "campaign_credits_by_rule",
  "campaign_return",
  "basket_items",
  "campaign_touches",
  "class_thresholds",
  "client_abc_xyz",
  "client_card",
  "client_class_migration",
  "client_class_summary",
  "client_class_windows",
  "client_classes",
  "client_look_alikes",
  "client_movement_by_month",
  "client_portrait",
  "client_profit",
  "client_segments",
  "client_traits",
  "discounts",
  "entity_amounts",
  "forecast",
  "forecast_series",
  "manager_profit",
  "next_products",
  "pareto",
  "pareto_base",
  "pareto_summary",
  "product_abc_xyz",
  "product_bridge",
  "product_pairs",
  "product_segments",
  "product_volume_by_month",
  "profit_by_segment",
  "rfm",
  "rfm_base",
  "rfm_cut_points",
  "rfm_cut_points_by_date",
  "rfm_grid",
  "rfm_scores",
  "rfm_segment_rules",
  "rfm_segments",
  "sales_bridge",
]
  .map((name) => `metrics.${name}` as keyof typeof contracts)
  .concat("marts.client_days", "marts.client_months", "marts.client_timeline");

const checks = [
  "attributed_and_organic_revenue_is_all_revenue",
  "campaigns_hold_out_their_control",
  "campaign_credits_sum_to_one",
  "class_migration_accounts_for_every_client",
  "class_shares_sum_to_one",
  "client_movement_adds_up",
  "equal_clients_have_equal_rfm_scores",
  "every_rule_credits_every_order",
  "every_client_has_one_class",
  "forecast_adds_up",
  "net_sales_are_one_number",
  "pareto_curves_end_at_one",
  "profit_adds_up",
  "rfm_segments_hold_every_client",
  "sales_bridge_adds_up",
];

/** Relations that have rows without any order: rules, and one row per segment or cell. */
const always = [
  "metrics.campaign_credits_by_rule",
  "metrics.rfm_grid",
  "metrics.rfm_segment_rules",
  "metrics.rfm_segments",
];

type Sale = readonly [client: string, day: string, amount: number, manager?: string];

const worlds: Readonly<Record<string, readonly Sale[]>> = {
  "no order at all": [],
  "one client with one order": [["a", "2025-06-01", 10, "m"]],
  "a client whose first order is in the open month": [["a", "2025-12-02", 10]],
  "amounts of a cent and of a billion": [
    ["a", "2025-03-01", 0.01],
    ["b", "2025-03-01", 1e9],
    ["c", "2024-01-01", 1e9],
  ],
};

describe("client and campaign metrics at the edges", () => {
  for (const [world, sales] of Object.entries(worlds)) {
    it(`holds contracts and checks, and has no number that is none: ${world}`, async () => {
      await withWarehouse(
        { asOf: "2025-12-15", raw: rawOf(sales), relations, checks },
        async ({ connection, countFaults }) => {
          for (const relation of relations) expect(await findOddNumbers(connection, relation)).toEqual([]);
          for (const check of checks) expect({ check, faults: await countFaults(check) }).toEqual({ check, faults: 0 });
          if (sales.length > 0) return;
          for (const relation of relations.filter((name) => !always.includes(name)))
            expect({ relation, rows: await countRows(connection, relation) }).toEqual({ relation, rows: 0 });
        },
      );
    });
  }

  it("takes back revenue in the month of the order, and sets aside who sent back more than was bought", async () => {
    const raw = {
      ...rawOf([
        ["a", "2025-03-10", 100, "m"],
        ["b", "2025-03-10", 40, "m"],
      ]),
      returns: `select * from (values ('r1', 'o0', 'a', date '2025-08-01', 1, 30), ('r2', 'o1', 'b', date '2025-08-01', 1, 50))
        as given(return_id, order_id, client_id, return_date, quantity, amount)`,
    };
    await withWarehouse({ asOf: "2025-12-15", raw, relations, checks }, async ({ connection, countFaults }) => {
      expect(await read(connection, "select client_id, month, net_amount from marts.client_months")).toEqual([
        { client_id: "a", month: "2025-03-01", net_amount: "70.0000" },
        { client_id: "b", month: "2025-03-01", net_amount: "-10.0000" },
      ]);
      expect(
        await read(
          connection,
          `select entity_id, is_excluded, rank, cumulative_share from metrics.pareto
           where dimension = 'client' and period = 'last_12_months'`,
        ),
      ).toEqual([
        { entity_id: "a", is_excluded: false, rank: 1, cumulative_share: 1 },
        { entity_id: "b", is_excluded: true, rank: null, cumulative_share: null },
      ]);
      expect(await read(connection, "select client_id, abc, quality_flag from metrics.client_abc_xyz")).toEqual([
        { client_id: "a", abc: "A", quality_flag: "ok" },
        { client_id: "b", abc: "C", quality_flag: "not_positive" },
      ]);
      for (const check of checks) expect({ check, faults: await countFaults(check) }).toEqual({ check, faults: 0 });
    });
  });
});

describe("metrics.client_abc_xyz", () => {
  it("stands a return that names no order and came before the first one", async () => {
    const raw = {
      ...rawOf(["07", "08", "09", "10", "11", "12"].map((month): Sale => ["a", `2025-${month}-05`, 10])),
      returns: `select 'r1' as return_id, 'a' as client_id, date '2025-02-01' as return_date, 1 as quantity, 6 as amount`,
    };
    await withWarehouse({ asOf: "2025-12-31", raw, relations: ["metrics.client_abc_xyz"] }, async ({ connection }) => {
      expect(
        await read(
          connection,
          "select client_id, net_amount, eligible_month_count, coefficient_of_variation from metrics.client_abc_xyz",
        ),
      ).toEqual([
        {
          client_id: "a",
          net_amount: "54.0000",
          eligible_month_count: 6,
          coefficient_of_variation: expect.any(Number),
        },
      ]);
    });
  });
});

function rawOf(sales: readonly Sale[]): { orders: string } {
  const rows = sales.map(
    ([client, day, amount, manager], index) =>
      `('o${index}', '${client}', date '${day}', cast(${amount} as decimal(18, 4)), ${manager === undefined ? "null" : `'${manager}'`})`,
  );
  const none = "(null, null, null, null, null)";
  return {
    orders: `select * from (values ${rows.length > 0 ? rows.join(", ") : none})
      as given(order_id, client_id, order_date, amount, manager_id) where order_id is not null`,
  };
}

/** Lists columns of floating-point numbers that hold NaN or infinity. */
async function findOddNumbers(connection: Connection, relation: keyof typeof contracts): Promise<readonly string[]> {
  const doubles = listColumns(contracts[relation]).filter(({ sqlType }) => sqlType === "double");
  const odd: string[] = [];
  for (const { name } of doubles) {
    const found = await connection.row(`select 1 as odd from ${relation} where not isfinite(${name}) limit 1`);
    if (found !== undefined) odd.push(`${relation}.${name}`);
  }
  return odd;
}

async function countRows(connection: Connection, relation: string): Promise<number> {
  return (await connection.rows(`select * from ${relation}`)).length;
}

async function read(connection: Connection, query: string): Promise<readonly object[]> {
  return (await connection.rows<object>(`${query} order by 1`)).map((row) => ({ ...row }));
}
