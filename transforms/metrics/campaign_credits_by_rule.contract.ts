import { contract as describe, double, flag, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.campaign_credits_by_rule", {
  description:
    "What each attribution rule would credit to each campaign, and what is organic. Under every rule the sum is all revenue of valid orders.",
  key: ["rule", "campaign_id"],
  answers: "How much of a campaign's revenue is decided by the rule alone?",
  columns: {
    rule: text("`last_touch`, `first_touch`, `linear`, `time_decay` or `position`."),
    campaign_id: id("The campaign, or `organic`: no campaign touched the client within the window."),
    name: text("Campaign name, or `organic`."),
    channel: text("Channel of the campaign, or `organic`."),
    is_chosen: flag("Is it the rule of the settings?"),
    order_count: double("Orders credited, as a sum of credits.", { unit: "orders" }),
    uncontested_amount: moneySum("Revenue of orders that no other campaign touched: the same under every rule."),
    net_amount: moneySum("Revenue the rule credits. Not an effect."),
    net_share: double("Its share of all revenue.", { unit: "share 0..1" }).nullable(),
  },
});
