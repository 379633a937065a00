import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_backtest", {
  description: "How well a method told, from a day in the past, which clients would order in the horizon.",
  key: ["cut_number", "method"],
  answers: "Does the churn model tell more than the days since the last order?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    method: text(
      "`model`, `recalibrated`, and what they must beat: `recency`, `frequency`, `rule`, `logistic`, `base_rate`.",
    ),
    cut_date: date("Last day the method knew."),
    horizon_days: count("Days looked ahead.", { unit: "days" }),
    client_count: count("Clients scored.", { unit: "clients" }),
    ordered_client_count: count("Of them, with an order in the horizon.", { unit: "clients" }),
    order_rate: double("Their share.", { unit: "share 0..1" }).nullable(),
    auc: double(
      "Area under the curve: how often a client that ordered stands above one that did not; 0.5 is chance. Empty where all or none ordered.",
      { unit: "share 0..1" },
    ).nullable(),
    auc_difference: double("Area of the model less that of recency.", { unit: "share 0..1" }).nullable(),
    auc_difference_low: double("Lower limit of it, 95 % (DeLong).", { unit: "share 0..1" }).nullable(),
    auc_difference_high: double("Upper limit.", { unit: "share 0..1" }).nullable(),
    brier_score: double("Mean squared error of the probability.", { unit: "share 0..1" }).nullable(),
    brier_skill: double("1 less its ratio to the error of the rate one horizon before; above 0 is better than that.", {
      unit: "share, negative when worse",
    }).nullable(),
    log_loss: double("Mean negative log-likelihood, probabilities held within 1e-6 of 0 and 1.", {
      unit: "none",
    }).nullable(),
    top_decile_lift: double("Order rate of the best tenth over that of all.", { unit: "times" }).nullable(),
    expected_calibration_error: double("Mean distance of promised and observed over the bins.", {
      unit: "share 0..1",
    }).nullable(),
    largest_calibration_error: double("Largest distance of a bin of a hundred clients or more.", {
      unit: "share 0..1",
    }).nullable(),
    expected_order_count: double("Purchases the model expected of all clients.", { unit: "purchases" }).nullable(),
    actual_order_count: count("Purchases that came.", { unit: "purchases" }).nullable(),
    quality_flag: text(
      "`ok`, `low_n` (under 500 clients), `one_outcome` (all or none ordered), or the flag of the fit.",
    ),
  },
});
