import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withWarehouse } from "./warehouse.ts";

interface Summary {
  readonly entity_count: number;
  readonly gini: number | null;
  readonly gini_corrected: number | null;
  readonly top20_share: number | null;
  readonly k80_count: number | null;
  readonly hhi: number | null;
  readonly effective_count: number | null;
  readonly quality_flag: string;
}

const asOf = "2025-12-31";

describe("metrics.pareto_summary", () => {
  const published: readonly (readonly [string, readonly number[], number, number | null])[] = [
    ["1, 1, 1, 1", [1, 1, 1, 1], 0, 0],
    ["0, 0, 0, 1", [0, 0, 0, 1], 0.75, 1],
    ["1, 2, 3, 4", [1, 2, 3, 4], 0.25, 1 / 3],
    ["1 to 10", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.3, 1 / 3],
    ["a single client", [5], 0, null],
  ];
  for (const [name, amounts, gini, corrected] of published) {
    it(`gives the Gini coefficient of ${name}`, async () => {
      const summary = await summarize(amounts);
      expect(summary.gini).toBeCloseTo(gini, 12);
      if (corrected === null) expect(summary.gini_corrected).toBeNull();
      else expect(summary.gini_corrected).toBeCloseTo(corrected, 12);
    });
  }

  it("has no Gini without revenue", async () => {
    expect(await summarize([0, 0])).toMatchObject({
      entity_count: 2,
      gini: null,
      top20_share: null,
      k80_count: null,
      hhi: null,
      effective_count: null,
      quality_flag: "no_amount",
    });
  });

  it("counts as many effective clients as there are when all are equal", async () => {
    const summary = await summarize(Array.from({ length: 12 }, () => 7));
    expect(summary.effective_count).toBeCloseTo(12, 9);
    expect(summary).toMatchObject({ k80_count: 10, quality_flag: "ok" });
  });

  it("does not change when all amounts are scaled, and A are the ranks up to k80 without ties", async () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 3, maxLength: 40 });
    for (const amounts of fc.sample(distinct, { numRuns: 2, seed: 3 })) {
      const { summary, classA, upToK80 } = await compute(amounts);
      const scaled = (await compute(amounts.map((amount) => amount * 8))).summary;
      for (const name of ["gini", "top20_share", "k80_count", "hhi"] as const)
        expect(scaled[name]).toBeCloseTo(summary[name] ?? Number.NaN, 10);
      expect(classA).toEqual(upToK80);
    }
  });
});

const summarize = async (amounts: readonly number[]) => (await compute(amounts)).summary;

/** Computes the concentration of clients, the clients of class A, and those that make up 80 %. */
async function compute(amounts: readonly number[]) {
  const recipe = {
    asOf,
    raw: {
      orders: `select 'o' || i as order_id, 'c' || i as client_id, date '2025-05-05' as order_date, amount
        from (select unnest(range(${amounts.length})) as i, unnest([${amounts.join(", ")}]) as amount)`,
    },
    relations: ["metrics.pareto_summary", "metrics.client_abc_xyz"],
  };
  return withWarehouse(recipe, async ({ connection }) => {
    const summary = await connection.row<Summary>(
      "select * from metrics.pareto_summary where dimension = 'client' and period = 'last_12_months'",
    );
    if (summary === undefined) throw new Error("no summary");
    const list = async (query: string) => (await connection.rows<{ id: string }>(query)).map(({ id }) => id).sort();
    const classA = await list("select client_id as id from metrics.client_abc_xyz where abc = 'A'");
    const upToK80 = await list(
      `select entity_id as id from metrics.pareto
       where dimension = 'client' and period = 'last_12_months' and rank <= ${summary.k80_count ?? 0}`,
    );
    return { summary: { ...summary }, classA, upToK80 };
  });
}
