import { count, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_ranking", {
  description: "How well a method put clients in order, from a day in the past, by what they did in the horizon.",
  key: ["cut_number", "method"],
  answers: "Does the model rank clients better than the days since the last order?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    method: text("`model`, and what it must beat: `recency`, `frequency`, `rule`, `logistic`, `base_rate`."),
    client_count: count("Clients scored.", { unit: "clients" }),
    ordered_client_count: count("Of them, with an order in the horizon.", { unit: "clients" }),
    auc: double("Area under the curve; empty where all or none ordered.", { unit: "share 0..1" }).nullable(),
    auc_difference: double("Area of the model less that of recency; on its row only.", {
      unit: "share 0..1",
    }).nullable(),
    auc_difference_error: double("Standard error of it (DeLong).", { unit: "share 0..1" }).nullable(),
    top_decile_lift: double("Order rate of the best tenth over that of all.", { unit: "times" }).nullable(),
  },
});
