import { describe, expect, it } from "vitest";
import { probabilityOfOrder } from "../fits/purchase-references.ts";
import { seededRandom, simulateClients } from "../fits/simulate.ts";
import { withWarehouse } from "./warehouse.ts";

const asOf = "2026-06-30";
const populations = [
  // Won in 2024: they buy seldom and leave soon. Won in 2025: often, and they stay. In weeks.
  { year: 2024, parameters: { r: 0.6, alpha: 10, a: 1.2, b: 1.5 } },
  { year: 2025, parameters: { r: 2, alpha: 6, a: 0.6, b: 4 } },
];

describe("metrics.churn_cohort_fits", () => {
  it("score clients first won in two years by the fits of their years, and those of a third by that of all", async () => {
    const relations = ["metrics.churn", "metrics.client_lifetime_value", "metrics.churn_cohort_fits"];
    await withWarehouse({ asOf, raw: { orders: planted() }, relations }, async ({ connection }) => {
      const fits = await connection.rows<Record<string, number | string | boolean>>(
        "select * from metrics.churn_cohort_fits where cut_number = 0 order by cohort_year",
      );
      expect(
        fits.map(({ cohort_year, is_own, reason, client_count }) => [cohort_year, is_own, reason, client_count]),
      ).toEqual([
        [2024, true, "better", 1000],
        [2025, true, "better", 1000],
        [2026, false, "low_n", 50],
      ]);
      const bases = await connection.rows(
        `select cohort_year, fit_basis, fitted_client_count, count(*) as clients
         from metrics.churn left join metrics.churn_base using (client_id) where cut_number = 0 group by all order by 1`,
      );
      expect(bases.map((row) => Object.values(row))).toEqual([
        [2024, "cohort", 1000, 1000],
        [2025, "cohort", 1000, 1000],
        [2026, "pooled", 2050, 50],
      ]);
      const [own] = fits;
      const clients = await connection.rows<Record<string, number>>(
        `select repeat_count, recency_days, age_days, order_probability from metrics.churn_probabilities
         left join metrics.churn_base using (cut_number, client_id)
         where cut_number = 0 and cohort_year = 2024 order by client_id limit 5`,
      );
      const parameters = { r: Number(own?.r), alpha: Number(own?.alpha_weeks), a: Number(own?.a), b: Number(own?.b) };
      for (const { repeat_count = 0, recency_days = 0, age_days = 0, order_probability = 0 } of clients) {
        const past = { x: repeat_count, tx: recency_days / 7, age: age_days / 7 };
        expect(order_probability).toBeCloseTo(probabilityOfOrder("mbg", parameters, past, 13), 9);
      }
      const [total] = await connection.rows(
        `select abs(sum(expected_order_count) - (select sum(expected_order_count) from metrics.churn_cohort_fits
           where cut_number = 0)) < 1e-6 as is_whole, min(model_version) as version, count(distinct model_version) as n
         from metrics.client_lifetime_value`,
      );
      expect(total).toMatchObject({
        is_whole: true,
        version: expect.stringMatching(/^lifetime_value-[0-9a-f]{8}$/),
        n: 1,
      });
    });
  });
});

/** Orders of both populations, and of fifty clients won this year, as one query. */
function planted(): string {
  const random = seededRandom(69);
  const rows = [...populations, { year: 2026, parameters: populations[1]?.parameters, count: 50 }].flatMap(
    (group, at) => {
      const { year, parameters } = group;
      if (parameters === undefined) return [];
      const start = Date.UTC(year, 0, 1);
      const days = (Date.parse(asOf) - start) / 86_400_000;
      return Array.from({ length: "count" in group ? group.count : 1000 }, (_, index) => {
        const first = Math.floor(random() * Math.min(300, days - 20));
        const [life] = simulateClients("mbg", parameters, 1, { age: (days - first) / 7, horizon: 0 }, random);
        const bought = new Set([0, ...(life?.times ?? []).map((time) => Math.max(1, Math.round(time * 7)))]);
        return [...bought]
          .map((day) => new Date(start + (first + day) * 86_400_000).toISOString().slice(0, 10))
          .filter((day) => day <= asOf)
          .map((day) => `('c${at}-${String(index).padStart(4, "0")}', date '${day}')`);
      }).flat();
    },
  );
  return `select 'o' || row_number() over () as order_id, client_id, order_date, 'EUR' as currency, 100 as amount
    from (values ${rows.join(", ")}) as given(client_id, order_date)`;
}
