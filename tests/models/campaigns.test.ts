import { describe, expect, it } from "vitest";
import { withWarehouse } from "./warehouse.ts";

type Row = Record<string, number | string | boolean | null>;

/** A hold-out test: treated buyers of treated, control buyers of control, each order of one amount. */
interface Trial {
  readonly id: string;
  readonly treated: readonly [buyers: number, assigned: number];
  readonly control: readonly [buyers: number, assigned: number];
  readonly controlShare?: number;
}

/** Newcombe (1998, Stat. Med. 17:873), method 10, and the counts of Hillstrom's test: models.md §5.4. */
const trials: readonly Trial[] = [
  { id: "newcombe-a", treated: [56, 70], control: [48, 80] },
  { id: "newcombe-b", treated: [9, 10], control: [3, 10] },
  { id: "newcombe-c", treated: [0, 10], control: [0, 20] },
  { id: "hillstrom-men", treated: [267, 21307], control: [122, 21306], controlShare: 0.5 },
  { id: "hillstrom-women", treated: [189, 21387], control: [122, 21306], controlShare: 0.5 },
  { id: "srm-600-400", treated: [1, 600], control: [1, 400], controlShare: 0.5 },
  { id: "srm-44-45", treated: [1, 44000], control: [1, 45000], controlShare: 0.5 },
  { id: "even-split", treated: [1, 510], control: [1, 490], controlShare: 0.5 },
];

describe("metrics.campaign_return on published hold-out tests", () => {
  it("gives Newcombe's intervals, and hides the lift where the split strays from the design", async () => {
    const rows = await buildTrials(trials);
    const lift = (id: string) => [
      rows[id]?.conversion_lift,
      rows[id]?.conversion_lift_lower,
      rows[id]?.conversion_lift_upper,
    ];
    expectNear(lift("newcombe-a"), [0.2, 0.0524, 0.3339], 4);
    expectNear(lift("newcombe-b"), [0.6, 0.1705, 0.809], 4);
    expectNear(lift("newcombe-c"), [0, -0.1611, 0.2775], 4);
    expectNear(lift("hillstrom-men"), [0.00681, 0.00501, 0.00864], 5);
    expectNear(lift("hillstrom-women"), [0.00311, 0.0015, 0.00475], 5);
    expect(rows["hillstrom-men"]?.quality_flag).toBe("no_cost");
    expect(rows["newcombe-b"]?.quality_flag).toBe("low_n");
    expect(rows["srm-600-400"]?.srm_chi_square).toBeCloseTo(40, 9);
    expect(rows["srm-44-45"]?.srm_chi_square).toBeCloseTo(11.236, 3);
    for (const id of ["srm-600-400", "srm-44-45"]) {
      expect(rows[id]).toMatchObject({ is_srm_failed: true, quality_flag: "srm_fail", incremental_amount: null });
      expect(lift(id)).toEqual([null, null, null]);
    }
    expect(rows["even-split"]).toMatchObject({ is_srm_failed: false });
    expect(rows["newcombe-a"]?.srm_chi_square).toBeNull();
  });

  it("finds an effect in about 5 of 100 splits that have none", async () => {
    const found = await countFalseEffects();
    expect(found.campaigns).toBe(1000);
    expect(found.conversion / found.campaigns).toBeGreaterThan(0.03);
    expect(found.conversion / found.campaigns).toBeLessThan(0.07);
    expect(found.revenue / found.campaigns).toBeGreaterThan(0.03);
    expect(found.revenue / found.campaigns).toBeLessThan(0.07);
  });

  it("holds the true effect in its 95 % intervals in at least 93 % of 200 companies", async () => {
    const held = await countHeldEffects();
    expect(held.campaigns).toBe(200);
    expect(held.conversion / held.campaigns).toBeGreaterThanOrEqual(0.93);
    expect(held.revenue / held.campaigns).toBeGreaterThanOrEqual(0.93);
    expect(held.margin / held.campaigns).toBeGreaterThanOrEqual(0.93);
    expect(held.found).toBeGreaterThan(0);
    expect(held.wrongRatios).toBe(0);
  });

  it("gives Wilson's interval of the visits of Hillstrom's test, and its sample ratio", async () => {
    const arms = await buildArms([
      { id: "men", buyers: 3894, size: 21307 },
      { id: "women", buyers: 3238, size: 21387 },
      { id: "none", buyers: 2262, size: 21306 },
    ]);
    const rate = (id: string) => Number(arms[id]?.conversion_rate);
    expectNear(["men", "women", "none"].map(rate), [0.18276, 0.1514, 0.10617], 5);
    expectNear([rate("men") - rate("none"), rate("women") - rate("none")], [0.07659, 0.04523], 5);
    const reach = (id: string) => {
      const above = Number(arms[id]?.conversion_upper) - rate(id);
      const below = Number(arms.none?.conversion_rate) - Number(arms.none?.conversion_lower);
      return Math.hypot(above, below);
    };
    // The published half-widths are Wald's; at these counts Newcombe's lie within a hundredth of a point.
    expect(reach("men")).toBeCloseTo(0.00664, 3);
    expect(reach("women")).toBeCloseTo(0.00634, 3);
  });

  it("compares each treated arm of Hillstrom's test with control, adjusted by Holm", async () => {
    const { effects, returns, ratio } = await buildHillstrom([21307, 21387, 21306]);
    expect(ratio).toMatchObject({ group_count: 3, degrees_of_freedom: 2, is_failed: false });
    expect(ratio?.chi_square).toBeCloseTo(0.2025, 3);
    expect(ratio?.p_value).toBeCloseTo(0.904, 3);
    const lift = (row: Row | undefined) => [
      row?.conversion_lift,
      row?.conversion_lift_lower,
      row?.conversion_lift_upper,
    ];
    expectNear(lift(effects.mens), [0.00681, 0.00501, 0.00864], 5);
    expectNear(lift(effects.womens), [0.00311, 0.0015, 0.00475], 5);
    expect(effects.mens).toMatchObject({ arm_count: 2, treated_count: 21307, control_count: 21306 });
    expect(effects.mens?.conversion_p).toBeCloseTo(3e-13, 13);
    expect(effects.womens?.conversion_p).toBeCloseTo(1.6e-4, 5);
    expect(effects.mens?.relative_lift).toBeCloseTo(267 / 21307 / (122 / 21306) - 1, 12);
    expect(returns).toMatchObject({ treated_count: 42694, control_count: 21306, treated_conversion_count: 456 });
    expect(returns?.srm_p).toBeCloseTo(0.904, 3);
  });

  it("hides every effect where one of the arms strays from its size", async () => {
    const { effects, returns, ratio } = await buildHillstrom([600, 450, 600]);
    expect(ratio).toMatchObject({ is_failed: true });
    expect(returns).toMatchObject({ quality_flag: "srm_fail", conversion_lift: null });
    expect(effects.mens).toMatchObject({ quality_flag: "srm_fail", conversion_lift: null, conversion_p: null });
  });

  it("gives one treated arm the same effect as the campaign, by other code", async () => {
    const { arm, whole } = await buildAmounts([12, 0, 30, 8, 0, 25, 14, 3], [5, 0, 11, 2, 0, 6]);
    for (const [name, other] of [
      ["incremental_amount", "incremental_amount"],
      ["incremental_lower", "incremental_lower"],
      ["incremental_upper", "incremental_upper"],
      ["conversion_lift_lower", "conversion_lift_lower"],
      ["conversion_lift_upper", "conversion_lift_upper"],
    ] as const)
      expect(Number(arm[name])).toBeCloseTo(Number(whole[other]), 2);
    expect(arm.relative_amount).toBeNull();
  });

  it("says so where a campaign designed with a control group has nobody in it", async () => {
    const check = "campaigns_hold_out_their_control";
    const recipe = {
      asOf: "2025-06-30",
      raw: {
        campaigns: `select id as campaign_id, id as name, date '2025-01-10' as start_date,
          cast(0.5 as decimal(9, 6)) as control_share from (values ('a'), ('b')) as given(id)`,
        campaign_members: `select * from (values ('a', 'x', 'treated'), ('a', 'y', 'контроль'), ('b', 'z', 'control'))
          as given(campaign_id, client_id, arm)`,
      },
      relations: ["metrics.campaign_arms"],
      checks: [check],
    };
    expect(await withWarehouse(recipe, async ({ countFaults }) => countFaults(check))).toBe(1);
  });

  it("gives Welch's interval of the incremental revenue", async () => {
    const { whole: rows } = await buildAmounts([12, 0, 30, 8, 0, 25, 14, 3], [5, 0, 11, 2, 0, 6]);
    // Computed apart: standard error 4.3260011, 9.4458773 degrees of freedom, t quantile by integration 2.2459840.
    expectNear([rows.incremental_amount, rows.incremental_lower, rows.incremental_upper], [60, -17.729, 137.729], 3);
    expect(rows).toMatchObject({ treated_count: 8, control_count: 6, quality_flag: "low_n" });
    expect(rows.treated_average_amount).toBeCloseTo(11.5, 12);
    expect(rows.control_average_amount).toBeCloseTo(4, 12);
    expect(rows.incremental_margin_amount).toBeNull();
  });

  it("gives the same interval of the incremental margin, and what is left of it after the cost", async () => {
    const { whole: rows } = await buildAmounts([12, 0, 30, 8, 0, 25, 14, 3], [5, 0, 11, 2, 0, 6], {
      goods: 7,
      cost: 30,
    });
    const margin = [rows.incremental_margin_amount, rows.incremental_margin_lower, rows.incremental_margin_upper];
    expectNear(margin, [60, -17.729, 137.729], 3);
    expectNear([rows.incremental_roi, rows.incremental_roi_lower, rows.incremental_roi_upper], [1, -1.591, 3.591], 3);
    // Eight treated clients and six of control each bought goods for 7 more, except the two of each who bought nothing.
    expect(rows.incremental_amount).toBeCloseTo(60 + 8 * (7 * (6 / 8) - 7 * (4 / 6)), 9);
  });
});

function expectNear(
  found: readonly (number | string | boolean | null | undefined)[],
  wanted: readonly number[],
  digits: number,
) {
  expect(found.map((value) => Number(value).toFixed(digits))).toEqual(wanted.map((value) => value.toFixed(digits)));
}

async function buildTrials(given: readonly Trial[]): Promise<Readonly<Record<string, Row>>> {
  const arms = given.flatMap(({ id, treated, control }) => [
    { id, arm: "treated", buyers: treated[0], size: treated[1] },
    { id, arm: "control", buyers: control[0], size: control[1] },
  ]);
  const list = arms.map(({ id, arm, buyers, size }) => `('${id}', '${arm}', ${buyers}, ${size})`).join(", ");
  const from = `(values ${list}) as arms(id, arm, buyers, size), range(50000) as numbers(n)`;
  const shares = given.map(({ id, controlShare }) => `('${id}', ${controlShare ?? "null"})`).join(", ");
  const recipe = {
    asOf: "2025-06-30",
    raw: {
      campaigns: `select id as campaign_id, id as name, date '2025-01-10' as start_date,
        cast(share as decimal(9, 6)) as control_share from (values ${shares}) as given(id, share)`,
      campaign_members: `select id as campaign_id, id || arm || n as client_id, arm,
        timestamp '2025-01-10 09:00' as assigned_at from ${from} where n < size`,
      orders: `select id || arm || n as order_id, id || arm || n as client_id, date '2025-01-20' as order_date,
        10 as amount from ${from} where n < buyers`,
    },
    relations: ["metrics.campaign_return"],
  };
  return withWarehouse(recipe, async ({ connection }) => {
    const rows = await connection.rows<Row>("select * from metrics.campaign_return");
    return Object.fromEntries(rows.map((row) => [String(row.campaign_id), row]));
  });
}

/** Runs 1,000 campaigns of 200 clients each, arms and purchases drawn apart, and counts intervals that miss zero. */
async function countFalseEffects(): Promise<{ campaigns: number; conversion: number; revenue: number }> {
  const members = "range(1000) as campaigns(k), range(200) as clients(c)";
  const draw = (salt: string) => `hash(k * 200 + c, '${salt}') % 1000`;
  const recipe = {
    asOf: "2025-06-30",
    raw: {
      campaigns: "select 'k' || k as campaign_id, 'A/A' as name, date '2025-01-10' as start_date from range(1000) t(k)",
      campaign_members: `select 'k' || k as campaign_id, k || '/' || c as client_id,
        case when ${draw("arm")} < 500 then 'treated' else 'control' end as arm from ${members}`,
      orders: `select 'o' || k || '/' || c as order_id, k || '/' || c as client_id, date '2025-01-15' as order_date,
        50 + ${draw("amount")} as amount from ${members} where ${draw("order")} < 300`,
    },
    relations: ["metrics.campaign_return"],
  };
  return withWarehouse(recipe, async ({ connection }) => {
    const found = await connection.row<{ campaigns: number; conversion: number; revenue: number }>(
      `select count(*) as campaigns,
         count(*) filter (where conversion_lift_lower > 0 or conversion_lift_upper < 0) as conversion,
         count(*) filter (where incremental_lower > 0 or incremental_upper < 0) as revenue
       from metrics.campaign_return`,
    );
    if (found === undefined) throw new Error("no campaigns");
    return found;
  });
}

type HeldCount = "campaigns" | "conversion" | "revenue" | "margin" | "found" | "wrongRatios";

/**
 * Runs 200 campaigns of 600 clients whose true effect is known: control orders with 0.2, treated with 0.3, amounts
 * uniform on 50 to 150 for both, of which the goods cost 40. Counts the intervals that hold the truth.
 */
async function countHeldEffects() {
  const members = "range(200) as campaigns(k), range(600) as clients(c)";
  const draw = (salt: string) => `hash(k * 600 + c, '${salt}') % 10000`;
  const arm = `case when ${draw("arm-2")} < 5000 then 'treated' else 'control' end`;
  const chance = `case when ${draw("arm-2")} < 5000 then 3000 else 2000 end`;
  const recipe = {
    asOf: "2025-06-30",
    raw: {
      campaigns: `select 'k' || k as campaign_id, 'A/B' as name, date '2025-01-10' as start_date,
        1000 as fixed_cost_amount, 0 as unit_cost_amount from range(200) t(k)`,
      campaign_members: `select 'k' || k as campaign_id, k || '/' || c as client_id, ${arm} as arm from ${members}`,
      orders: `select 'o' || k || '/' || c as order_id, k || '/' || c as client_id, date '2025-01-15' as order_date,
        50 + ${draw("amount-2")} / 100 as amount from ${members} where ${draw("order-2")} < ${chance}`,
      order_lines: `select 'l' || k || '/' || c as order_line_id, 'o' || k || '/' || c as order_id, 1 as quantity,
        50 + ${draw("amount-2")} / 100 as amount, 40 as cost_amount from ${members} where ${draw("order-2")} < ${chance}`,
    },
    relations: ["metrics.campaign_return"],
  };
  return withWarehouse(recipe, async ({ connection }) => {
    const held = await connection.row<Record<HeldCount, number>>(
      `select count(*) as campaigns,
         count(*) filter (where 0.1 between conversion_lift_lower and conversion_lift_upper) as conversion,
         count(*) filter (where treated_count * 0.1 * 99.995 between incremental_lower and incremental_upper) as revenue,
         count(*) filter (where treated_count * 0.1 * 59.995 between incremental_margin_lower and incremental_margin_upper) as margin,
         count(*) filter (where conversion_lift_lower > 0) as found,
         count(*) filter (where not (abs(iroas_lower - incremental_lower / 1000) < 1e-9
           and abs(iroas_upper - incremental_upper / 1000) < 1e-9
           and iroas between iroas_lower and iroas_upper
           and abs(incremental_roi - (incremental_margin_amount / 1000 - 1)) < 1e-9
           and incremental_roi between incremental_roi_lower and incremental_roi_upper)) as "wrongRatios"
       from metrics.campaign_return`,
    );
    if (held === undefined) throw new Error("no campaigns");
    return held;
  });
}

/** Hillstrom's test with arms of the given sizes (men's, women's, none), meant to be thirds. */
async function buildHillstrom(sizes: readonly [number, number, number]) {
  const arms = `('mens', 267, ${sizes[0]}), ('womens', 189, ${sizes[1]}), ('control', 122, ${sizes[2]})`;
  const from = `(values ${arms}) as arms(arm, buyers, size), range(22000) as numbers(n)`;
  const recipe = {
    asOf: "2025-06-30",
    raw: {
      campaigns: `select 'h' as campaign_id, 'H' as name, date '2025-01-10' as start_date,
        cast(0.333333 as decimal(9, 6)) as control_share, true as has_equal_arms`,
      campaign_members: `select 'h' as campaign_id, arm || n as client_id, arm from ${from} where n < size`,
      orders: `select arm || n as order_id, arm || n as client_id, date '2025-01-20' as order_date, 10 as amount
        from ${from} where n < buyers`,
    },
    relations: ["metrics.campaign_arm_effects"],
  };
  return withWarehouse(recipe, async ({ connection }) => {
    const effects = await connection.rows<Row>("select * from metrics.campaign_arm_effects");
    return {
      effects: Object.fromEntries(effects.map((row) => [String(row.arm), row])),
      returns: await connection.row<Row>("select * from metrics.campaign_return"),
      ratio: await connection.row<Row>("select * from metrics.campaign_sample_ratios"),
    };
  });
}

async function buildArms(
  given: readonly { readonly id: string; readonly buyers: number; readonly size: number }[],
): Promise<Readonly<Record<string, Row>>> {
  const list = given.map(({ id, buyers, size }) => `('${id}', ${buyers}, ${size})`).join(", ");
  const from = `(values ${list}) as arms(id, buyers, size), range(22000) as numbers(n)`;
  const recipe = {
    asOf: "2025-06-30",
    raw: {
      campaigns: `select id as campaign_id, id as name, date '2025-01-10' as start_date from (values ${list}) as given(id, buyers, size)`,
      campaign_members: `select id as campaign_id, id || n as client_id, 'treated' as arm from ${from} where n < size`,
      orders: `select id || n as order_id, id || n as client_id, date '2025-01-20' as order_date, 1 as amount
        from ${from} where n < buyers`,
    },
    relations: ["metrics.campaign_arms"],
  };
  return withWarehouse(recipe, async ({ connection }) => {
    const rows = await connection.rows<Row>("select * from metrics.campaign_arms where arm_kind = 'treated_arm'");
    return Object.fromEntries(rows.map((row) => [String(row.campaign_id), row]));
  });
}

/** Gives each client one order of an amount, or where goods are told, one that leaves it as margin over their cost. */
async function buildAmounts(
  treated: readonly number[],
  control: readonly number[],
  told?: { readonly goods: number; readonly cost: number },
): Promise<{ whole: Row; arm: Row }> {
  const clients = [
    ...treated.map((amount, index) => `('t${index}', 'treated', ${amount})`),
    ...control.map((amount, index) => `('c${index}', 'control', ${amount})`),
  ].join(", ");
  const from = `(values ${clients}) as given(client_id, arm, amount)`;
  const recipe = {
    asOf: "2025-06-30",
    raw: {
      campaigns: `select 'a' as campaign_id, 'A' as name, date '2025-01-10' as start_date,
        cast(${told?.cost ?? "null"} as decimal(18, 4)) as fixed_cost_amount`,
      campaign_members: `select 'a' as campaign_id, client_id, arm from ${from}`,
      orders: `select 'o' || client_id as order_id, client_id, date '2025-01-15' as order_date,
        amount + ${told?.goods ?? 0} as amount from ${from} where amount > 0`,
      ...(told && {
        order_lines: `select client_id as order_line_id, 'o' || client_id as order_id, 1 as quantity,
          amount + ${told.goods} as amount, ${told.goods} as cost_amount from ${from} where amount > 0`,
      }),
    },
    relations: ["metrics.campaign_arm_effects"],
  };
  return withWarehouse(recipe, async ({ connection }) => {
    const whole = await connection.row<Row>("select * from metrics.campaign_return");
    const arm = await connection.row<Row>("select * from metrics.campaign_arm_effects");
    if (whole === undefined || arm === undefined) throw new Error("no campaign");
    return { whole, arm };
  });
}
