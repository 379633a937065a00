import { count, contract as describe, double, flag, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_scores", {
  description: "All churn scores of a client at a cut-off that are compared, and what happened.",
  key: ["cut_number", "client_id"],
  answers: "What did each method say, and what happened?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    repeat_count: count("Purchase days after the first.", { unit: "purchases" }),
    days_since_last: count("Days since the last purchase.", { unit: "days" }),
    overdue_ratio: double("Days since the last purchase in median gaps.", { unit: "gaps" }).nullable(),
    alive_probability: double("Probability not to have left.", { unit: "probability 0..1" }).nullable(),
    order_probability: double("Probability of an order in the horizon, by the model.", {
      unit: "probability 0..1",
    }).nullable(),
    recalibrated_probability: double("The same, corrected by what the model got wrong one horizon before.", {
      unit: "probability 0..1",
    }).nullable(),
    logistic_probability: double("The same by the logistic baseline.", { unit: "probability 0..1" }).nullable(),
    model_flag: text("Flag of the fit; empty without one.").nullable(),
    fit_basis: text("`cohort` or `pooled`: whose fit the probability is by; empty without one.").nullable(),
    fitted_client_count: count("Clients that fit was made on.", { unit: "clients" }).nullable(),
    later_purchase_count: count("Purchases in the horizon after.", { unit: "purchases" }).nullable(),
    has_ordered: flag("Any of them? Empty for the as-of day.").nullable(),
  },
});
