import { count, date, contract as describe, double, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_lifetime_value", {
  description: "What a client's orders of the coming months are worth today.",
  key: ["client_id"],
  answers: "Which clients will be worth most? What is our client base worth?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    as_of_date: date("Day the numbers speak of."),
    repeat_count: count("Purchase days after the first: what the forecast rests on.", { unit: "purchases" }),
    historic_amount: moneySum("Net sales so far; not part of the value."),
    expected_order_amount: moneySum("Expected worth of an order.").nullable(),
    expected_order_count: double("Purchases expected in the churn horizon.", { unit: "purchases" }).nullable(),
    discounted_order_count: double("Purchases expected in the months valued, discounted to today.", {
      unit: "purchases",
    }).nullable(),
    last_year_share: double(
      "Share of these purchases that the last twelve of the months valued bring; empty where twelve months or fewer are valued.",
      { unit: "share 0..1" },
    ).nullable(),
    basis: text("`margin`, or `revenue` where the settings say so or no cost is known."),
    margin_rate: double("Margin over net sales.", { unit: "share, negative at a loss" }).nullable(),
    margin_source: text("`own`, `population` or `unknown`."),
    value_amount: moneySum("Lifetime value: future orders only; empty without a purchase model.").nullable(),
    value_rank: count("1 is worth most; equal clients share a rank.").nullable(),
    value_decile: count("1 the tenth worth most, to 10.").nullable(),
    value_share: double("Share of the value of all above zero; empty below.", { unit: "share 0..1" }).nullable(),
    horizon_months: count("Months valued.", { unit: "months" }),
    annual_discount: double("Discount rate of a year.", { unit: "share 0..1" }),
    model_version: text("Model and version: changes with formula or settings, not with data."),
    fitted_client_count: count("Clients the model of purchases was fitted on; empty without a fit.", {
      unit: "clients",
    }).nullable(),
    quality_flag: text("`ok`; `correlated`: spend hangs on frequency; flags of the fits otherwise."),
  },
});
