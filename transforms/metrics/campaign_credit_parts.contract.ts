import {
  count,
  decimal,
  contract as describe,
  id,
  moneySum,
  text,
  timestamp,
} from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.campaign_credit_parts", {
  description:
    "How each of the five rules divides an order that several campaigns touched. Orders of one campaign are its own under every rule.",
  key: ["rule", "order_id", "campaign_id"],
  answers: "How would another rule divide an order?",
  columns: {
    rule: text("`last_touch`, `first_touch`, `linear`, `time_decay` or `position`."),
    order_id: id("The order.", { references: "marts.orders.order_id" }),
    campaign_id: id("The campaign.", { references: "marts.campaigns.campaign_id" }),
    touch_number: count("Place of the touch among the campaigns that touched the client, oldest first."),
    touch_kind: text("`code`, `responded`, `clicked`, `delivered` or `opened`."),
    touched_at: timestamp("The touch that counts; for a code, the day of the order.", { unit: "local time" }),
    credit: decimal(18, 8, "Share of the order credited.", { unit: "share 0..1" }),
    net_amount: moneySum("Net revenue credited; cents left by rounding go to the last touch."),
    margin_amount: moneySum("Gross margin credited; empty where the cost of the order is unknown.").nullable(),
  },
});
