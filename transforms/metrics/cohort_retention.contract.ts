import { count, date, contract as describe, double, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.cohort_retention", {
  description: "Clients of one month of first order, and how many came back so many months later.",
  key: ["cohort_month", "month_number"],
  answers: "Do clients come back? Do younger cohorts stay better than old ones?",
  columns: {
    cohort_month: date("Month of the first valid order over all history."),
    month_number: count("Calendar months since that of the first order.", { unit: "months" }),
    as_of_date: date("Day the numbers speak of."),
    cohort_size: count("Clients of the cohort.", { unit: "clients" }),
    is_complete: flag("Is the month over? Figures of an open month are empty."),
    active_count: count("Clients that ordered in that month.", { unit: "clients" }).nullable(),
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
    net_amount: moneySum("Net sales of the month.").nullable(),
    revenue_retention_rate: double("Those over the net sales of month 0.", { unit: "ratio" }).nullable(),
    quality_flag: text("`ok`, `low_n` (under 30 clients) or `incomplete`."),
  },
});
