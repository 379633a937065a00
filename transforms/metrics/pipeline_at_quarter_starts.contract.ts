import { count, date, contract as describe, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.pipeline_at_quarter_starts", {
  description: "Deals in a stage when a quarter began, by their recorded moves, and what came of them within it.",
  key: ["quarter_start_date", "stage"],
  answers: "What came of the deals that stood in each stage?",
  columns: {
    quarter_start_date: date("First day of the quarter."),
    stage: text("Stage in which they stood; `new` for deals won that stood in none."),
    open_count: count("Deals that stood there.", { unit: "deals" }),
    won_count: count("Of these, won within the quarter, up to the as-of day.", { unit: "deals" }),
    quarter_won_amount: moneySum(
      "Value of all deals won in the quarter; the same for every stage, empty when none has an amount.",
    ).nullable(),
    is_complete: flag("Is the quarter over on the as-of day?"),
    as_of_date: date("Day the numbers speak of."),
  },
});
