import { count, contract as describe, double } from "../../ingest/contracts/contract.ts";

const logOdds = { unit: "log-odds" };

export const contract = describe("metrics.churn_baseline_fits", {
  description: "The logistic regression a back-test cut-off is compared with, trained one horizon earlier.",
  key: ["cut_number"],
  answers: "What would a simple regression have said?",
  columns: {
    cut_number: count("Cut-off it is tested at."),
    intercept: double("Log-odds of an order with all features zero.", logOdds),
    repeat_weight: double("Weight of ln(1 + repeat purchases).", logOdds),
    recency_weight: double("Weight of ln(1 + days since the last purchase).", logOdds),
    age_weight: double("Weight of ln(1 + days since the first purchase).", logOdds),
    repeater_weight: double("Weight of having bought again.", logOdds),
    spend_weight: double("Weight of ln(1 + net sales).", logOdds),
    training_client_count: count("Clients it was trained on.", { unit: "clients" }),
  },
});
