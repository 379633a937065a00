import { contract, date, id, money, text } from "./contract.ts";

export const orders = contract("raw.orders", {
  description: "A sale to a client.",
  key: ["order_id"],
  columns: {
    order_id: id("The order in the source system."),
    client_id: id("Who bought.", { references: "clients.client_id" }).nullable(),
    order_date: date("Day of the order."),
    status: text("`open`, `done` or `cancelled`; empty counts as done.").nullable(),
    cancelled_by: text("`client` or `supplier`, for cancelled orders.").nullable(),
    channel: text("Sales channel: `field`, `shop`, `phone`, …").nullable(),
    manager_id: id("Manager named on the order.", { references: "managers.manager_id" }).nullable(),
    campaign_id: id("Campaign named on the order, as a code typed in by the client or manager.", {
      references: "campaigns.campaign_id",
    }).nullable(),
    region: text("Region the order is sold in; empty means the client's region.").nullable(),
    currency: text("ISO 4217 code of the order; empty means the reporting currency.").nullable(),
    amount: money("Total of the order after discount, as the document states it; a control total for its lines.", {
      unit: "currency of the row",
    }).nullable(),
    requested_date: date("Delivery day the client asked for.").nullable(),
    promised_date: date("Delivery day first confirmed.").nullable(),
  },
});
