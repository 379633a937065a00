import { date, decimal, contract as describe, flag, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.campaigns", {
  description: "A marketing action and what it cost.",
  key: ["campaign_id"],
  columns: {
    campaign_id: id("The campaign."),
    name: text("Campaign name."),
    channel: text("Channel, or `unknown`."),
    start_date: date("First day; empty without a card.").nullable(),
    end_date: date("Last day.").nullable(),
    control_share: decimal(9, 6, "Designed share held out as control.", { unit: "share 0..1" }).nullable(),
    has_equal_arms: flag("Were several treated arms meant to be of equal size?"),
    currency: text("ISO 4217 code of the document; the reporting currency where the source names none."),
    has_rate: flag("Could the amount be converted to the reporting currency? Without a rate amounts are empty."),
    budget_amount: money("Planned cost.", { unit: "reporting currency" }).nullable(),
    fixed_cost_amount: money("Actual fixed cost; empty means unknown.", { unit: "reporting currency" }).nullable(),
    unit_cost_amount: money("Actual cost of one message sent; empty means unknown.", {
      unit: "reporting currency",
    }).nullable(),
    discount_cost_amount: money("Discounts granted.", { unit: "reporting currency" }).nullable(),
    has_card: flag("Does a source describe it? Without a card, documents only name it."),
    source: text("System the row came from."),
  },
});
