import { count, contract as describe, double, id } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.spend_histories", {
  description: "A repeat buyer and the mean worth of its repeat purchases.",
  key: ["cut_number", "client_id"],
  answers: "What is a repeat purchase worth?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    repeat_count: count("Purchase days after the first.", { unit: "purchases" }),
    mean_amount: double("Mean net sales of them.", { unit: "reporting currency" }),
  },
});
