import { count, contract as describe, double } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.expectation_histories", {
  description: "A past that clients share, for which expected orders are computed.",
  key: ["cut_number", "cohort_year", "repeat_count", "recency_cell", "age_cell"],
  answers: "Which pasts are there?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    cohort_year: count("Year of the first purchase."),
    repeat_count: count("Purchase days after the first.", { unit: "purchases" }),
    recency_cell: count("Recency in cells."),
    age_cell: count("Age in cells."),
    recency_weeks: double("First purchase to last.", { unit: "weeks" }),
    age_weeks: double("First purchase to cut-off.", { unit: "weeks" }),
  },
});
