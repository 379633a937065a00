import {
  count,
  date,
  contract as describe,
  double,
  flag,
  id,
  moneySum,
  text,
} from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.campaign_totals", {
  description: "Whom each campaign reached, what it cost and what it is credited with.",
  key: ["campaign_id"],
  answers: "What did a campaign cost, and how many answered?",
  columns: {
    campaign_id: id("The campaign.", { references: "marts.campaigns.campaign_id" }),
    name: text("Campaign name."),
    channel: text("Channel of the campaign."),
    start_date: date("First day; empty for a campaign that documents name and no source describes.").nullable(),
    assigned_count: count("Clients assigned, treated and control.", { unit: "clients" }),
    sent_count: count("Clients something was sent to; empty where its channel records none.", {
      unit: "clients",
    }).nullable(),
    delivered_count: count("Clients it reached; empty where its channel records none.", { unit: "clients" }).nullable(),
    opened_count: count("Clients who opened it; a click proves an opening; empty where its channel records none.", {
      unit: "clients",
    }).nullable(),
    clicked_count: count("Clients who used a link in it; empty where its channel records none.", {
      unit: "clients",
    }).nullable(),
    responder_count: count("Clients who answered; empty where its channel records none.", {
      unit: "clients",
    }).nullable(),
    response_rate: double("Responders per delivered; empty where its channel records no answers.", {
      unit: "share 0..1",
    }).nullable(),
    response_lower: double("Lower 95 % limit of the response rate (Wilson).", { unit: "share 0..1" }).nullable(),
    response_upper: double("Upper 95 % limit of the response rate (Wilson).", { unit: "share 0..1" }).nullable(),
    is_window_closed: flag(
      "Whether the window of outcomes has ended for everyone assigned; not where a day of assignment is unknown.",
    ),
    window_days: count("Days after assignment in which orders count as an outcome.", { unit: "days" }),
    cost_amount: moneySum(
      "Fixed cost, cost of what was sent, and discounts; empty where a part is unknown.",
    ).nullable(),
    attributed_order_count: double("Orders credited, as a sum of credits.", { unit: "orders" }),
    attributed_amount: moneySum("Revenue attributed by the rule of the settings. Not an effect."),
    attributed_margin_amount: moneySum("Gross margin attributed; empty where an order's cost is unknown.").nullable(),
  },
});
