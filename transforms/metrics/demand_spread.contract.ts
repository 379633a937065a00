import { count, date, contract as describe, double, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.demand_spread", {
  description: "How evenly the revenue of the last twelve complete months comes, one row per client and product.",
  key: ["dimension", "entity_id"],
  answers: "How evenly does revenue come, apart from the season?",
  columns: {
    dimension: text("`client` or `product`."),
    entity_id: id("The client or product."),
    from_month: date("First month of the window."),
    to_month: date("Last month of the window: the last complete one."),
    net_amount: moneySum("Net revenue in the window."),
    eligible_month_count: count("Months of the window from the first order on.", { unit: "months" }),
    active_month_count: count("Months of the window with demand.", { unit: "months" }),
    coefficient_of_variation: double("Standard deviation over mean of monthly revenue, empty months as zero.", {
      unit: "ratio",
    }).nullable(),
    cv_deseasonalised: double("The same without the season; empty under 24 months of history.", {
      unit: "ratio",
    }).nullable(),
    demand_interval: double("Eligible months per month with demand (ADI).", { unit: "months" }).nullable(),
    demand_cv2: double("Squared coefficient of variation of the months with demand.", { unit: "ratio" }).nullable(),
  },
});
