import { count, contract as describe, double } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_histories", {
  description: "A past that clients share: repeat purchases, recency and age.",
  key: ["cut_number", "cohort_year", "repeat_count", "recency_cell", "age_cell"],
  answers: "How many clients have the same past?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    cohort_year: count("Year of the first purchase."),
    repeat_count: count("Purchase days after the first.", { unit: "purchases" }),
    recency_cell: count("Recency in cells."),
    age_cell: count("Age in cells."),
    cell_days: count("Days of a cell: 1, or 7 above 30,000 clients.", { unit: "days" }),
    recency_weeks: double("First purchase to last, mean of the cell.", { unit: "weeks" }),
    age_weeks: double("First purchase to cut-off, mean of the cell.", { unit: "weeks" }),
    client_count: count("Clients that share it.", { unit: "clients" }),
  },
});
