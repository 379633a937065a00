import { count, date, contract as describe, double, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.pipeline_backtest", {
  description: "What a method would have forecast at the beginning of a quarter, and what was won.",
  key: ["quarter_start_date", "method"],
  answers: "Does the pipeline foretell what we win, better than the year before?",
  columns: {
    quarter_start_date: date("First day of the quarter."),
    method: text(
      "`pipeline`: deals by stage as they stood on the first day; `last_year`: the same quarter a year before; `mean_4_quarters`: the four before.",
    ),
    open_count: count("Deals open on the first day.", { unit: "deals" }),
    expected_count: double("Wins expected.", { unit: "deals" }).nullable(),
    expected_amount: double("Value expected.", { unit: "reporting currency" }).nullable(),
    won_count: count("Deals won in the quarter, up to the as-of day.", { unit: "deals" }),
    won_amount: moneySum("Their value; empty when none has an amount.").nullable(),
    is_complete: flag("Is the quarter over? Only these are held against."),
    quality_flag: text("`ok`; `low_n` below 30 open deals; `window_open`: the running quarter."),
    as_of_date: date("Day the numbers speak of."),
  },
});
