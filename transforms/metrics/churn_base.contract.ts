import { count, date, contract as describe, double, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_base", {
  description:
    "A client that had bought by a cut-off: its past in figures, and what it bought in the horizon that followed.",
  key: ["cut_number", "client_id"],
  answers: "What is known of a client when its churn is judged?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    cut_date: date("Last day that is known."),
    first_purchase_date: date("Day of the first valid order."),
    cohort_year: count("Year of the first purchase."),
    last_purchase_date: date("Day of the last valid order known."),
    repeat_count: count("Purchase days after the first.", { unit: "purchases" }),
    recency_days: count("Days from the first purchase to the last.", { unit: "days" }),
    age_days: count("Days from the first purchase to the cut-off.", { unit: "days" }),
    days_since_last: count("Days from the last purchase to the cut-off.", { unit: "days" }),
    closed_days_since_last: count("Of these, days of planned closures.", { unit: "days" }),
    net_amount: moneySum("Net sales up to the cut-off, before what came back after it."),
    repeat_amount: moneySum("The same without the first purchase."),
    volume_class: text("Published class by then, or `none`."),
    gap_count: count("Own gaps known.", { unit: "gaps" }),
    median_gap_days: double(
      "Median gap, 7 to 365: own from two gaps on, else of the class from thirty, else of all; empty while nobody has bought twice.",
      { unit: "days" },
    ).nullable(),
    gap_source: text("`own`, `class`, `population` or `none`."),
    later_purchase_count: count(
      "Purchases in the horizon after the cut-off; empty for the as-of day, whose future is not known.",
      { unit: "purchases" },
    ).nullable(),
  },
});
