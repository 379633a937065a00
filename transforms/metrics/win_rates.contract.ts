import { count, date, contract as describe, double, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.win_rates", {
  description: "Deals closed in a quarter, or opened in it, and the share won.",
  key: ["basis", "quarter_start_date"],
  answers: "Do we win more deals than before?",
  columns: {
    basis: text("`closed`: by the day of closing; `opened`: the cohort of deals opened in the quarter."),
    quarter_start_date: date("First day of the quarter."),
    deal_count: count("Deals.", { unit: "deals" }),
    won_count: count("Of these, won by the as-of day.", { unit: "deals" }),
    lost_count: count("Of these, lost.", { unit: "deals" }),
    won_amount: moneySum("Value of the won ones.").nullable(),
    lost_amount: moneySum("Value of the lost ones.").nullable(),
    win_rate_count: double("Won over won and lost; empty for a cohort too young.", { unit: "share 0..1" }).nullable(),
    win_rate_value: double("The same by value.", { unit: "share 0..1" }).nullable(),
    is_mature: flag("Did the quarter end as long ago as nine of ten deals take? Always for closings."),
    quality_flag: text("`ok`; `low_n` below 30 decided deals; `window_open`: too young a cohort."),
    as_of_date: date("Day the numbers speak of."),
  },
});
