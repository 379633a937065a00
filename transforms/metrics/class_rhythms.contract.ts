import { count, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.class_rhythms", {
  description: "The rhythm of a class of clients, and of `all`, as known at a cut-off.",
  key: ["cut_number", "volume_class"],
  answers: "How many days lie between purchases in each class?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    volume_class: text("Class, or `all`."),
    client_count: count("Clients with a gap.", { unit: "clients" }),
    gap_count: count("Gaps known.", { unit: "gaps" }),
    median_gap_days: double("Median over clients of their own median gap.", { unit: "days" }),
  },
});
