import { count, contract as describe, double, id } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_features", {
  description: "What the baselines of the back-test are told of a client at a cut-off: a view, kept in no table.",
  key: ["cut_number", "client_id"],
  answers: "What does a logistic regression know of a client?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    repeat_count: count("Purchase days after the first.", { unit: "purchases" }),
    days_since_last: count("Days from the last purchase to the cut-off.", { unit: "days" }),
    closed_days_since_last: count("Of these, days of planned closures.", { unit: "days" }),
    median_gap_days: double("Median gap, as in metrics.churn_base.", { unit: "days" }).nullable(),
    repeat_feature: double("ln(1 + repeat_count)."),
    recency_feature: double("ln(1 + days_since_last)."),
    age_feature: double("ln(1 + age_days)."),
    repeater_feature: double("1 with a repeat purchase, else 0."),
    spend_feature: double("ln(1 + net_amount), of 0 for a negative one."),
    later_purchase_count: count("Purchases in the horizon after the cut-off; empty for the as-of day.", {
      unit: "purchases",
    }).nullable(),
  },
});
