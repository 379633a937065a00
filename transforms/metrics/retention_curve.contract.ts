import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.retention_curve", {
  description: "All cohorts together, so many months after the first order.",
  key: ["month_number"],
  answers: "What share of clients still orders after six or twelve months?",
  columns: {
    month_number: count("Calendar months since that of the first order.", { unit: "months" }),
    as_of_date: date("Day the numbers speak of."),
    cohort_count: count("Cohorts that have the month complete.", { unit: "cohorts" }),
    client_count: count("Their clients.", { unit: "clients" }),
    active_count: count("Of them, ordering in that month.", { unit: "clients" }),
    retention_rate: double("Share that ordered in that month.", { unit: "share 0..1" }).nullable(),
    retention_low: double("Lower Wilson limit, 95 %; empty for month 0.", { unit: "share 0..1" }).nullable(),
    retention_high: double("Upper Wilson limit.", { unit: "share 0..1" }).nullable(),
    rolling_retention_rate: double(
      "Share that ordered in that month or later; only where three complete months follow.",
      { unit: "share 0..1" },
    ).nullable(),
    cumulative_repeat_rate: double("Share that ordered in at least one month from 1 to this one.", {
      unit: "share 0..1",
    }).nullable(),
    quality_flag: text("`ok` or `low_n` (under 30 clients)."),
  },
});
