import type { Twin } from "../../warehouse/graph/twin.ts";
import { fitLogistic } from "../fits/logistic.ts";

interface Row {
  readonly cut_number: number;
  readonly repeat_feature: number;
  readonly recency_feature: number;
  readonly age_feature: number;
  readonly repeater_feature: number;
  readonly spend_feature: number;
  readonly has_ordered: boolean;
}

/** Fits the logistic baseline of every back-test cut-off, one horizon before it (models.md §3c). */
export const model: Twin = {
  reads: ["metrics.churn_training"],
  compute: async (input) => {
    const rows = await input.rows<Row>("metrics.churn_training", ["cut_number", "client_id"]);
    return [2, 3, 4].flatMap((training) => {
      const known = rows.filter(({ cut_number }) => cut_number === training);
      const fit = fitLogistic(
        known.map((row) => ({
          features: [row.repeat_feature, row.recency_feature, row.age_feature, row.repeater_feature, row.spend_feature],
          count: 1,
          hits: row.has_ordered ? 1 : 0,
        })),
      );
      if (fit === null) return [];
      const [repeat = 0, recency = 0, age = 0, repeater = 0, spend = 0] = fit.coefficients;
      return [
        {
          cut_number: training - 1,
          intercept: fit.intercept,
          repeat_weight: repeat,
          recency_weight: recency,
          age_weight: age,
          repeater_weight: repeater,
          spend_weight: spend,
          training_client_count: known.length,
        },
      ];
    });
  },
};
