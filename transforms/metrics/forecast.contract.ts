import { count, date, contract as describe, double, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

const measured = "Measured from rolling origins; empty where there are too few.";

export const contract = describe("metrics.forecast", {
  description: "Net sales of a month or quarter to come, by one method, with how that method did in the past.",
  key: ["dimension", "entity_id", "method", "period", "period_start_date"],
  answers: "What will sales be in the coming months, how sure is that, and which method is best?",
  columns: {
    dimension: text(
      "`total`, `region` or `direction`; `region_rest` and `direction_rest`: those beyond the 40 greatest, together.",
    ),
    entity_id: text("Region or direction, or `unknown`; `all` for the total."),
    method: text(
      "`mean_3` of the last three months; `seasonal_naive`, the same month a year before; `theta`; `holt_winters_additive`, `holt_winters_multiplicative`; `combination`, the mean of Theta and Holt–Winters; with `_days` the same on sales per working day; `bottom_up`, the sum of the regions.",
    ),
    period: text("`month` or `quarter`."),
    period_start_date: date("First day of the month or quarter forecast."),
    origin_month: date("Last complete month: what it was forecast from."),
    horizon_months: count("Months from there to the end of the period.", { unit: "months" }),
    forecast_amount: moneySum("Net sales expected; of the running quarter with its complete months."),
    low80_amount: moneySum(
      "Four of five past errors would leave the truth between this and `high80_amount`. With fewer than 20 of them it is told of months alone, of a forecast that repeats last year, by the errors of at least nine months of that.",
    ).nullable(),
    high80_amount: moneySum("Upper end of it.").nullable(),
    low95_amount: moneySum("The same for 19 of 20.").nullable(),
    high95_amount: moneySum("Upper end of it.").nullable(),
    known_amount: moneySum("Part of it that is over already: complete months of the running quarter."),
    own_forecast_amount: moneySum("What the total's own best method says, beside the sum of the regions.").nullable(),
    difference_amount: moneySum("Sum of the regions less that.").nullable(),
    mase: double(`Mean absolute error over that of the same month a year before. ${measured}`, {
      unit: "ratio",
    }).nullable(),
    naive_mase: double(`The same of the seasonal naive method. ${measured}`, { unit: "ratio" }).nullable(),
    smape: double(`Symmetric percentage error. ${measured}`, { unit: "0..200" }).nullable(),
    wape: double(`Absolute errors over sales. ${measured}`, { unit: "ratio" }).nullable(),
    bias: double(`Errors over sales: above 0 forecasts were too low. ${measured}`, { unit: "ratio" }).nullable(),
    coverage80: double(`Share of months inside an 80 % interval made without their own errors. ${measured}`, {
      unit: "share 0..1",
    }).nullable(),
    coverage95: double(`Share of months inside a 95 % interval made without their own errors. ${measured}`, {
      unit: "share 0..1",
    }).nullable(),
    backtest_origin_count: count("Rolling origins.", { unit: "origins" }),
    backtest_horizon_months: count("Months ahead they were held against.", { unit: "months" }),
    is_selected: flag(
      "Is it the forecast to use? The total is the sum of regions; a method replaces the seasonal naive one when its MASE is lower by 5 %.",
    ),
    month_count: count("Complete months of history.", { unit: "months" }),
    missing_month_count: count(
      "Complete months still missing until past errors of this method give an interval, first one of 80 %; 0 with one.",
      {
        unit: "months",
      },
    ),
    quality_flag: text(
      "`ok`; `insufficient_history`: too short to be tested; `low_n`: too few past errors for the 95 % interval. Both have at most the 80 % interval.",
    ),
    model_version: text("Model and version: changes with formula or settings, not with data."),
    as_of_date: date("Day the numbers speak of."),
  },
});
