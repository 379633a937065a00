import { count, contract as describe, double } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.order_expectations", {
  description: "How many purchases the model expects of clients with a history.",
  key: ["cut_number", "cohort_year", "repeat_count", "recency_cell", "age_cell"],
  answers: "How often will clients with this past buy?",
  columns: {
    cut_number: count("0 the as-of day, 4 the hold-out."),
    cohort_year: count("Year of the first purchase."),
    repeat_count: count("Purchase days after the first.", { unit: "purchases" }),
    recency_cell: count("Days or weeks from the first purchase to the last."),
    age_cell: count("Days or weeks from the first purchase to the cut-off."),
    expected_order_count: double("Purchases expected in the horizon; in four of them for the hold-out.", {
      unit: "purchases",
    }).nullable(),
    discounted_order_count: double("Purchases expected in the months of lifetime value, discounted to today.", {
      unit: "purchases",
    }).nullable(),
    last_year_share: double(
      "What the last twelve months of a longer horizon add to that: how far it is from its end.",
      {
        unit: "share 0..1",
      },
    ).nullable(),
  },
});
