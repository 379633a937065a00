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
import { funnelColumns } from "./campaign_arms.contract.ts";

/** Which campaign it is: `metrics.campaign_return` tells it too, as it does all columns named here. */
export const campaignColumns = {
  campaign_id: id("The campaign.", { references: "marts.campaigns.campaign_id" }),
  name: text("Campaign name."),
  channel: text("Channel of the campaign."),
  start_date: date("First day; empty for a campaign that documents name and no source describes.").nullable(),
  assigned_count: count("Clients assigned, treated and control.", { unit: "clients" }),
};

/** Whom it reached and who answered. */
export const responseColumns = {
  ...funnelColumns,
  response_rate: double("Responders per delivered; empty where its channel records no answers.", {
    unit: "share 0..1",
  }).nullable(),
  response_lower: double("Lower 95 % limit of the response rate (Wilson).", { unit: "share 0..1" }).nullable(),
  response_upper: double("Upper 95 % limit of the response rate (Wilson).", { unit: "share 0..1" }).nullable(),
};

/** What it is credited with. */
export const creditColumns = {
  attributed_order_count: double("Orders credited, as a sum of credits.", { unit: "orders" }),
  attributed_amount: moneySum("Revenue attributed by the rule of the settings. Not an effect."),
  attributed_margin_amount: moneySum("Gross margin attributed; empty where an order's cost is unknown.").nullable(),
};

export const contract = describe("metrics.campaign_totals", {
  description: "Whom each campaign reached, what it cost and what it is credited with.",
  key: ["campaign_id"],
  answers: "What did a campaign cost, and how many answered?",
  columns: {
    ...campaignColumns,
    ...responseColumns,
    is_window_closed: flag(
      "Whether the window of outcomes has ended for everyone assigned; not where a day of assignment is unknown.",
    ),
    window_days: count("Days after assignment in which orders count as an outcome.", { unit: "days" }),
    cost_amount: moneySum(
      "Fixed cost, cost of what was sent, and discounts; empty where a part is unknown.",
    ).nullable(),
    ...creditColumns,
  },
});
