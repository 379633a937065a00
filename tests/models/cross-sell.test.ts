import { describe, expect, it } from "vitest";
import { withWarehouse } from "./warehouse.ts";

interface Pair {
  readonly item_a: string;
  readonly item_b: string;
  readonly basket_a_count: number;
  readonly basket_b_count: number;
  readonly basket_ab_count: number;
  readonly basket_count: number;
  readonly support: number;
  readonly confidence_ab: number;
  readonly confidence_ba: number;
  readonly lift: number;
  readonly lift_lower: number;
  readonly lift_upper: number;
  readonly leverage: number;
}

/** Baskets of two items: how many hold the first, the second, both, and how many there are. */
interface Baskets {
  readonly first: number;
  readonly second: number;
  readonly both: number;
  readonly all: number;
}

describe("metrics.product_pairs", () => {
  // arules, Groceries: 9,835 baskets; counts published, ratios from them (models.md §7).
  const groceries: readonly (readonly [string, Baskets, number, number, number])[] = [
    ["other vegetables and whole milk", baskets(1903, 2513, 736), 0.0748348, 0.3867578, 1.5136341],
    ["butter and whole milk", baskets(545, 2513, 271), 0.0275547, 0.4972477, 1.946053],
    ["herbs and root vegetables", baskets(160, 1072, 69), 0.0070158, 0.43125, 3.9564774],
  ];
  for (const [name, given, support, confidence, lift] of groceries) {
    it(`gives the figures of ${name}`, async () => {
      const [pair] = await pairsOf(given);
      expect(pair?.support).toBeCloseTo(support, 7);
      expect(pair?.confidence_ab).toBeCloseTo(confidence, 7);
      expect(pair?.lift).toBeCloseTo(lift, 6);
    });
  }

  it("measures both directions alike: counts, lift and limits agree when the items change places", async () => {
    const [pair] = await pairsOf(baskets(1903, 2513, 736));
    const [turned] = await pairsOf(baskets(2513, 1903, 736));
    expect((pair?.confidence_ab ?? 0) * (pair?.basket_a_count ?? 0)).toBeCloseTo(736, 6);
    expect((pair?.confidence_ba ?? 0) * (pair?.basket_b_count ?? 0)).toBeCloseTo(736, 6);
    expect(turned?.lift).toBeCloseTo(pair?.lift ?? 0, 12);
    expect(turned?.lift_lower).toBeCloseTo(pair?.lift_lower ?? 0, 12);
    expect(turned?.confidence_ab).toBeCloseTo(pair?.confidence_ba ?? 0, 12);
  });

  it("shows no pair that chance explains, nor one below the floor, however high its lift", async () => {
    expect(await pairsOf({ first: 1000, second: 1000, both: 100, all: 10_000 })).toEqual([]);
    expect(await pairsOf({ first: 29, second: 29, both: 29, all: 10_000 })).toEqual([]);
    expect(await pairsOf({ first: 30, second: 30, both: 30, all: 10_000 })).toHaveLength(1);
  });

  it("leaves out baskets of more items than the settings allow, from every count", async () => {
    const pairs = await pairsOf({ first: 40, second: 40, both: 40, all: 100 }, { max_basket_items: 2 }, 3);
    expect(pairs).toMatchObject([{ basket_a_count: 37, basket_ab_count: 37, basket_count: 97 }]);
  });
});

function baskets(first: number, second: number, both: number): Baskets {
  return { first, second, both, all: 9835 };
}

/** Sends baskets down the models as orders; the first `withThird` of those with both items hold a third one. */
async function pairsOf(given: Baskets, crossSell: object = {}, withThird = 0): Promise<readonly Pair[]> {
  const { first, second, both, all } = given;
  const from = first - both;
  const lines = `
    select 'o' || i as order_id, p as product_id, case p when 'a' then 1 when 'b' then 2 else 3 end as line_number
    from range(${all}) as orders(i), (values ('a'), ('b'), ('c'), ('z')) as items(p)
    where (p = 'a' and i < ${first}) or (p = 'b' and i >= ${from} and i < ${from + second})
      or (p = 'c' and i >= ${from} and i < ${from + withThird})
      or (p = 'z' and i >= ${from + second})`;
  const raw = {
    orders: `select 'o' || i as order_id, 'k' as client_id, date '2026-06-01' as order_date, 10 as amount
      from range(${all}) as orders(i)`,
    order_lines: `select order_id || '-' || product_id as order_line_id, order_id, product_id, 1 as quantity, 10 as amount
      from (${lines})`,
  };
  const recipe = { asOf: "2026-06-30", raw, settings: { cross_sell: crossSell }, relations: ["metrics.product_pairs"] };
  return withWarehouse(recipe, ({ connection }) =>
    connection.rows<Pair>("select * from metrics.product_pairs where item_b <> 'z' order by item_a, item_b"),
  );
}
