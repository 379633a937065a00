import { count, contract as describe, double, flag, id } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_training", {
  description: "What the baseline of the back-test is trained on.",
  key: ["cut_number", "client_id"],
  answers: "What is the baseline trained on?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    repeat_feature: double("ln(1 + repeat purchases).", { unit: "none" }),
    recency_feature: double("ln(1 + days since the last purchase).", { unit: "none" }),
    age_feature: double("ln(1 + days since the first purchase).", { unit: "none" }),
    repeater_feature: double("1 with a repeat purchase, else 0.", { unit: "none" }),
    spend_feature: double("ln(1 + net sales).", { unit: "none" }),
    has_ordered: flag("Did it order in the horizon after?"),
  },
});
