import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

const ratio = { unit: "ratio" };

export const contract = describe("metrics.pipeline_backtest_scores", {
  description: "Errors of a method's forecasts of past quarters.",
  key: ["method"],
  answers: "How far can the pipeline be trusted?",
  columns: {
    method: text("`pipeline`, `last_year` or `mean_4_quarters`."),
    quarter_count: count("Complete quarters held against.", { unit: "quarters" }),
    count_wape: double("Absolute errors over wins.", ratio).nullable(),
    count_bias: double("Errors over wins: above 0 forecasts were too low.", ratio).nullable(),
    amount_wape: double("Absolute errors over won value.", ratio).nullable(),
    amount_bias: double("Errors over won value: above 0 forecasts were too low.", ratio).nullable(),
    quality_flag: text("`ok`; `low_n` below four quarters."),
    as_of_date: date("Day the numbers speak of."),
  },
});
