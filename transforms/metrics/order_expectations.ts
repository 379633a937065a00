import type { Twin } from "../../warehouse/graph/twin.ts";
import { expectedOrders, type Past } from "../fits/expectations.ts";
import { type FitRow, findParameters } from "../fits/purchase-guards.ts";
import type { PurchaseModel, PurchaseParameters } from "../fits/purchases.ts";

interface HistoryRow {
  readonly cut_number: number;
  readonly cohort_year: number;
  readonly repeat_count: number;
  readonly recency_cell: number;
  readonly age_cell: number;
  readonly recency_weeks: number;
  readonly age_weeks: number;
}

interface PooledRow extends FitRow {
  readonly cut_number: number;
  readonly model: PurchaseModel;
  readonly is_chosen: boolean;
}

interface CohortRow extends FitRow {
  readonly cut_number: number;
  readonly cohort_year: number;
  readonly is_own: boolean;
}

interface CutOffRow {
  readonly cut_number: number;
  readonly horizon_days: number;
}

interface Settings {
  readonly lifetime_value_horizon_months: number;
  readonly lifetime_value_annual_discount: number;
}

const weeksPerMonth = 365 / 12 / 7;
/** The hold-out of lifetime value looks ahead over all cut-offs behind it. */
const holdoutHorizons = 4;

/** Computes expected orders of every history: in the horizon, and discounted over the months of lifetime value. */
export const model: Twin = {
  reads: [
    "metrics.expectation_histories",
    "metrics.churn_fits",
    "metrics.churn_cohort_fits",
    "metrics.churn_cut_offs",
    "meta.settings",
  ],
  compute: async (input) => {
    const fits = await input.rows<PooledRow>("metrics.churn_fits", ["cut_number", "model"]);
    const cohortFits = await input.rows<CohortRow>("metrics.churn_cohort_fits", ["cut_number", "cohort_year"]);
    const [cutOff] = await input.rows<CutOffRow>("metrics.churn_cut_offs", ["cut_number"]);
    const [settings] = await input.rows<Settings>("meta.settings");
    if (cutOff === undefined || settings === undefined) return [];
    const histories = await input.rows<HistoryRow>("metrics.expectation_histories", [
      "cut_number",
      "cohort_year",
      "repeat_count",
      "recency_cell",
      "age_cell",
    ]);
    return [0, 4].flatMap((cut) => {
      const fit = fits.find(({ cut_number, is_chosen }) => cut_number === cut && is_chosen);
      const pooled = findParameters(fit);
      if (fit === undefined || pooled === undefined) return [];
      const own = new Map(
        cohortFits
          .filter(({ cut_number, is_own }) => cut_number === cut && is_own)
          .map((row) => [row.cohort_year, findParameters(row)]),
      );
      const horizon = (cutOff.horizon_days / 7) * (cut === 0 ? 1 : holdoutHorizons);
      return histories
        .filter(({ cut_number }) => cut_number === cut)
        .map((row) => {
          const parameters = own.get(row.cohort_year) ?? pooled;
          const past: Past = { x: row.repeat_count, tx: row.recency_weeks, age: row.age_weeks };
          const valued = cut === 0 ? discountedOrders(fit.model, parameters, past, settings) : null;
          return [
            row.cut_number,
            row.cohort_year,
            row.repeat_count,
            row.recency_cell,
            row.age_cell,
            expectedOrders(fit.model, parameters, past, horizon),
            valued?.sum ?? null,
            valued?.lastYearShare ?? null,
          ];
        });
    });
  },
};

interface DiscountedOrders {
  readonly sum: number;
  /** What the last twelve months add to the sum: how much hangs on the far end. Null where there is nothing before them. */
  readonly lastYearShare: number | null;
}

/** Sums the orders of each month, discounted to today from its middle (models.md §4.2). */
function discountedOrders(
  purchaseModel: PurchaseModel,
  parameters: PurchaseParameters,
  past: Past,
  { lifetime_value_horizon_months: months, lifetime_value_annual_discount }: Settings,
): DiscountedOrders | null {
  const monthly = (1 + lifetime_value_annual_discount) ** (1 / 12);
  let [before, sum, beforeLastYear] = [0, 0, 0];
  for (let month = 1; month <= months; month += 1) {
    const upTo = expectedOrders(purchaseModel, parameters, past, month * weeksPerMonth);
    if (upTo === null) return null;
    sum += (upTo - before) / monthly ** (month - 0.5);
    before = upTo;
    if (month === months - 12) beforeLastYear = sum;
  }
  return { sum, lastYearShare: months > 12 && sum > 0 ? (sum - beforeLastYear) / sum : null };
}
