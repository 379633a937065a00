import type { Twin } from "../../warehouse/graph/twin.ts";
import { fitLogistic } from "../fits/logistic.ts";

interface Row {
  readonly cut_number: number;
  readonly logit_bin: number;
  readonly client_count: number;
  readonly ordered_client_count: number;
}

/** Bins are twentieths of log-odds; their middle stands for them. */
const binsPerUnit = 20;

/** Fits how the model's log-odds must be stretched and moved, at the cut-off before the one it is used at (models.md §3c). */
export const model: Twin = {
  reads: ["metrics.churn_recalibration_bins"],
  compute: async (input) => {
    const rows = await input.rows<Row>("metrics.churn_recalibration_bins", ["cut_number", "logit_bin"]);
    return [1, 2, 3, 4].flatMap((trained) => {
      const fit = fitLogistic(
        rows
          .filter(({ cut_number }) => cut_number === trained)
          .map(({ logit_bin, client_count, ordered_client_count }) => ({
            features: [(logit_bin + 0.5) / binsPerUnit],
            count: client_count,
            hits: ordered_client_count,
          })),
      );
      const slope = fit?.coefficients[0];
      // A slope that is not positive would turn the ranking round: no recalibration.
      if (fit === null || slope === undefined || slope <= 0) return [];
      return [{ cut_number: trained - 1, intercept: fit.intercept, slope }];
    });
  },
};
