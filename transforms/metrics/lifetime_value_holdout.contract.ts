import { count, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.lifetime_value_holdout", {
  description: "A tenth of the clients by what was forecast four horizons ago, and what they bought since.",
  key: ["method", "decile"],
  answers: "Does lifetime value tell better than last year's sales who will buy?",
  columns: {
    method: text("`model`, or `last_year`: the sales of the four horizons before."),
    decile: count("1 the largest forecasts; equal ones stand together, so one may be missing."),
    holdout_days: count("Days forecast.", { unit: "days" }),
    client_count: count("Clients.", { unit: "clients" }),
    forecast_amount: moneySum("Net sales forecast, not discounted."),
    actual_amount: moneySum("Net sales that came."),
    quality_flag: text("`ok` or `low_n` (under 30 clients)."),
  },
});
