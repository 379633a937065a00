import { count, date, contract as describe, id, text, timestamp } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.campaign_touches", {
  description:
    "A campaign that touched a client before an order, within the window. One row however often it touched: its newest touch counts, for the first-touch rule its oldest; both stand here.",
  key: ["order_id", "campaign_id"],
  answers: "Which campaigns could have led to an order?",
  columns: {
    order_id: id("The order.", { references: "marts.orders.order_id" }),
    campaign_id: id("The campaign.", { references: "marts.campaigns.campaign_id" }),
    order_date: date("Day of the order."),
    touch_number: count("Place by newest touch among the campaigns that touched before the order, oldest first."),
    first_touch_number: count("Place by oldest touch."),
    touch_count: count("Campaigns that touched before the order.", { unit: "campaigns" }),
    touch_kind: text("`code` (campaign named on the order), `responded`, `clicked`, `delivered` or `opened`."),
    touched_at: timestamp("The newest touch; for a code, the day of the order.", { unit: "local time" }),
    first_touch_kind: text("The same of the oldest touch."),
    first_touched_at: timestamp("The oldest touch within the window.", { unit: "local time" }),
  },
});
