import { describe, expect, it } from "vitest";
import { expectedOrders } from "../../transforms/fits/expectations.ts";
import { model } from "../../transforms/metrics/order_expectations.ts";

/** CDNOW's parameters as published (Fader, Hardie, Lee 2005): a below 1, so an endless horizon has no undiscounted value. */
const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const weeksPerMonth = 365 / 12 / 7;

/** The first clients of CDNOW: repeats, week of the last one, age in weeks. */
const pasts = [
  { x: 2, tx: 30.43, age: 38.86 },
  { x: 1, tx: 1.71, age: 38.86 },
  { x: 0, tx: 0, age: 38.86 },
] as const;

describe("metrics.order_expectations over ten years", () => {
  it("tells what the last year adds: undiscounted, the expected orders of that year", async () => {
    for (const [index, { sum, lastYearShare }] of (await value(120, 0)).entries()) {
      const upTo = (months: number) =>
        expectedOrders("bg", published, pasts[index] ?? pasts[0], months * weeksPerMonth);
      expect(sum).toBeCloseTo(upTo(120) ?? Number.NaN, 9);
      expect(lastYearShare).toBeCloseTo(1 - (upTo(108) ?? Number.NaN) / (upTo(120) ?? Number.NaN), 9);
      expect(lastYearShare).toBeGreaterThan(0.01);
    }
  });

  it("tells, discounted, what a horizon of nine years lacks of ten", async () => {
    const nine = await value(108, 0.15);
    for (const [index, { sum, lastYearShare }] of (await value(120, 0.15)).entries()) {
      expect(lastYearShare).toBeCloseTo(1 - (nine[index]?.sum ?? Number.NaN) / sum, 12);
      expect(lastYearShare).toBeGreaterThan(0);
      expect(lastYearShare).toBeLessThan(0.05);
    }
  });

  it("has no last year apart within twelve months", async () => {
    expect((await value(12, 0.15)).map(({ lastYearShare }) => lastYearShare)).toEqual([null, null, null]);
    expect((await value(13, 0.15)).every(({ lastYearShare }) => (lastYearShare ?? 0) > 0.8)).toBe(true);
  });
});

async function value(months: number, discount: number) {
  const { r, alpha, a, b } = published;
  const tables: Readonly<Record<string, readonly unknown[]>> = {
    "metrics.churn_fits": [{ cut_number: 0, model: "bg", is_chosen: true, r, alpha_weeks: alpha, a, b }],
    "metrics.churn_cut_offs": [{ cut_number: 0, horizon_days: 91 }],
    "meta.settings": [{ lifetime_value_horizon_months: months, lifetime_value_annual_discount: discount }],
    "metrics.expectation_histories": pasts.map(({ x, tx, age }) => ({
      cut_number: 0,
      cohort_year: 2025,
      repeat_count: x,
      recency_cell: Math.floor(tx),
      age_cell: Math.floor(age),
      recency_weeks: tx,
      age_weeks: age,
    })),
  };
  const rows = await model.compute({
    rows: async <Row>(relation: string) => (tables[relation] ?? []) as readonly Row[],
  });
  return [...rows].map((row) => {
    const values = Object.values(row);
    return { sum: Number(values[6]), lastYearShare: values[7] as number | null };
  });
}
