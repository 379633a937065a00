import { count, contract as describe, double } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_errors", {
  description: "Mean squared errors of probabilities promised on a day in the past.",
  key: ["cut_number"],
  answers: "How far from what happened were the promised probabilities?",
  columns: {
    cut_number: count("The cut-off; each lies a horizon before the one of the number below."),
    training_order_rate: double("Share of clients that ordered one horizon before.", {
      unit: "share 0..1",
    }).nullable(),
    base_brier: double("Error of that share, promised to all.", { unit: "share 0..1" }).nullable(),
    model_brier: double("Error of the model.", { unit: "share 0..1" }).nullable(),
    recalibrated_brier: double("Error of the model, recalibrated.", { unit: "share 0..1" }).nullable(),
    logistic_brier: double("Error of the logistic baseline.", { unit: "share 0..1" }).nullable(),
    actual_order_count: count("Purchases that came.", { unit: "purchases" }).nullable(),
  },
});
