import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.stage_probability_tests", {
  description:
    "What stages promised deals that entered them in a quarter, told when it began, and what became of them.",
  key: ["quarter_start_date", "stage"],
  answers: "Were deals won as often as their stages promised?",
  columns: {
    quarter_start_date: date("First day of the quarter, when the promise was made."),
    stage: text("The stage."),
    stage_number: count("Its place in the order deals entered stages by then, from 1."),
    known_entry_count: count("Entries the promise was made from.", { unit: "deals" }),
    promised_probability: double("Chance to be won, told when the quarter began.", { unit: "probability 0..1" }),
    deal_count: count("Deals that entered the stage within the quarter.", { unit: "deals" }),
    won_count: count("Of these, won by the as-of day.", { unit: "deals" }),
    as_of_date: date("Day the numbers speak of."),
  },
});
