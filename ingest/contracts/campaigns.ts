import { contract, date, decimal, flag, id, money, text } from "./contract.ts";

export const campaigns = contract("raw.campaigns", {
  description: "A marketing action.",
  key: ["campaign_id"],
  checks: [
    { sql: "end_date is null or end_date >= start_date", message: "a campaign ends on its first day at the earliest" },
  ],
  columns: {
    campaign_id: id("The campaign in the source system."),
    name: text("Campaign name."),
    channel: text("`email`, `sms`, `call`, `ads`, …").nullable(),
    start_date: date("First day."),
    end_date: date("Last day.").nullable(),
    budget_amount: money("Planned cost.", { unit: "currency of the row" }).nullable(),
    fixed_cost_amount: money("Actual fixed cost: agency, design, media; empty means unknown.", {
      unit: "currency of the row",
    }).nullable(),
    unit_cost_amount: money("Actual cost of one message or call sent; empty means unknown.", {
      unit: "currency of the row",
    }).nullable(),
    discount_cost_amount: money("Discounts granted under the campaign.", { unit: "currency of the row" }).nullable(),
    currency: text("ISO 4217 code; empty means the reporting currency.").nullable(),
    control_share: decimal(
      9,
      6,
      "Designed share of assigned clients held out as control; empty means no control group.",
      { unit: "share 0..1" },
    ).nullable(),
    has_equal_arms: flag("Were several treated arms meant to be of equal size? Empty means nobody says.").nullable(),
  },
});
