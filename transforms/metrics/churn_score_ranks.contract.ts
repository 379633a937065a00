import { count, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_score_ranks", {
  description: "The clients that share a score at a back-test cut-off, and how many stand below.",
  key: ["cut_number", "method", "score"],
  answers: "How well does a score part those who order from those who do not?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    method: text("`model`, `recency`, `frequency`, `rule`, `logistic` or `base_rate`."),
    score: double("The score; higher means an order is likelier.", { unit: "none" }),
    client_count: count("Clients with it.", { unit: "clients" }),
    ordered_client_count: count("Of them, with an order in the horizon.", { unit: "clients" }),
    clients_below_count: count("Clients with a lower score.", { unit: "clients" }),
    ordered_below_count: count("Of those, with an order.", { unit: "clients" }),
    all_client_count: count("All clients compared.", { unit: "clients" }),
    all_ordered_count: count("Of all, with an order.", { unit: "clients" }),
  },
});
