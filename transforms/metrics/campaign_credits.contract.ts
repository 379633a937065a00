import {
  count,
  date,
  decimal,
  contract as describe,
  id,
  money,
  text,
  timestamp,
} from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.campaign_credits", {
  description:
    "How each valid order is credited to the campaigns that touched the client before it. The credits of an order sum to 1; without a touch it is organic.",
  key: ["order_id", "campaign_id"],
  answers: "Which orders stand behind a campaign's attributed revenue?",
  columns: {
    order_id: id("The order.", { references: "marts.orders.order_id" }),
    campaign_id: id("The campaign; `organic` where none touched the client within the window."),
    client_id: id("Who ordered; empty where the order names no client.").nullable(),
    order_date: date("Day of the order."),
    touch_number: count("Place of the touch among the campaigns that touched the client, oldest first; 0 if organic."),
    touch_kind: text(
      "`code` (campaign named on the order), `responded`, `clicked`, `delivered`, `opened`; empty if organic.",
    ).nullable(),
    touched_at: timestamp("The touch that counts; for a code, the day of the order.", {
      unit: "local time",
    }).nullable(),
    credit: decimal(18, 8, "Share of the order credited.", { unit: "share 0..1" }),
    net_amount: money("Net revenue credited; cents left by rounding go to the last touch.", {
      unit: "reporting currency",
    }),
    margin_amount: money("Gross margin credited; empty where the cost of the order is unknown.", {
      unit: "reporting currency",
    }).nullable(),
    rule: text("`last_touch`, `first_touch`, `linear`, `time_decay` or `position`."),
    window_days: count("Days a touch counts; a mere opening has its own, shorter window.", { unit: "days" }),
  },
});
