import { count, contract as describe, double, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_probabilities", {
  description: "What the purchase model says of a client at a cut-off.",
  key: ["cut_number", "client_id"],
  answers: "How likely does a client order in the horizon?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    alive_probability: double("Probability not to have left: an explanation, no score.", { unit: "probability 0..1" }),
    order_probability: double("Probability of an order in the horizon.", { unit: "probability 0..1" }),
    fit_basis: text(
      "`cohort`: by the fit of the clients first won in the same year; `pooled`: by that of all clients.",
    ),
    fitted_client_count: count("Clients that fit was made on.", { unit: "clients" }),
    quality_flag: text("Flag of the fit: `ok`, `at_bound` or `not_identified`."),
  },
});
