import { contract, date, id, money, quantity, text } from "./contract.ts";

export const returns = contract("raw.returns", {
  description: "Goods that came back.",
  key: ["return_id"],
  columns: {
    return_id: id("The return in the source system."),
    order_id: id("Order the goods came from.", { references: "orders.order_id" }).nullable(),
    order_line_id: id("Line the goods came from.", { references: "order_lines.order_line_id" }).nullable(),
    client_id: id("Who sent them back.", { references: "clients.client_id" }).nullable(),
    product_id: id("What came back.", { references: "products.product_id" }).nullable(),
    region: text("Region, where the source knows no client.").nullable(),
    return_date: date("Day the goods came back."),
    quantity: quantity("Units returned."),
    amount: money("Value credited, positive.", { unit: "currency of the row" }).nullable(),
    currency: text("ISO 4217 code; empty means the reporting currency.").nullable(),
    reason: text("Why.").nullable(),
  },
});
