import { contract, date, id, quantity, text } from "./contract.ts";

export const shipments = contract("raw.shipments", {
  description: "A delivery of an order or of one of its lines.",
  key: ["shipment_id"],
  columns: {
    shipment_id: id("The delivery in the source system."),
    order_id: id("Order delivered.", { references: "orders.order_id" }),
    order_line_id: id("Line delivered; empty when the delivery covers the whole order.", {
      references: "order_lines.order_line_id",
    }).nullable(),
    planned_date: date("Planned delivery day of this shipment.").nullable(),
    shipped_date: date("Day the goods left.").nullable(),
    delivered_date: date("Day the goods arrived.").nullable(),
    quantity: quantity("Units delivered; empty means all that was ordered.").nullable(),
    carrier: text("Who carried the goods.").nullable(),
  },
});
