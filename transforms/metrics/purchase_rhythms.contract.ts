import { count, contract as describe, double, id } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.purchase_rhythms", {
  description: "The own rhythm of a client with at least two purchases, as known at a cut-off.",
  key: ["cut_number", "client_id"],
  answers: "How many days lie between the purchases of a client?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    gap_count: count("Gaps known.", { unit: "gaps" }),
    median_gap_days: double("Median gap.", { unit: "days" }),
  },
});
