import { count, date, contract as describe, double, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.lifetime_value_deciles", {
  description: "A tenth of the clients by lifetime value.",
  key: ["value_decile"],
  answers: "How much of the future hangs on few clients?",
  columns: {
    value_decile: count("1 the tenth worth most, to 10; equal clients stand together."),
    as_of_date: date("Day the numbers speak of."),
    basis: text("`margin` or `revenue`."),
    horizon_months: count("Months valued.", { unit: "months" }),
    annual_discount: double("Discount rate of a year.", { unit: "share 0..1" }),
    client_count: count("Clients.", { unit: "clients" }),
    value_amount: moneySum("Lifetime value: future orders only."),
    value_share: double("Share of the value of all above zero.", { unit: "share 0..1" }).nullable(),
    historic_amount: moneySum("Net sales so far."),
    discounted_order_count: double("Purchases expected, discounted to today.", { unit: "purchases" }).nullable(),
    quality_flag: text("`ok` or `low_n` (under 30 clients)."),
  },
});
