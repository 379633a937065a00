import { date, contract as describe, id, quantity, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.line_shipments", {
  description: "An order line and a shipment that covers it.",
  key: ["order_line_id", "shipment_id"],
  columns: {
    order_line_id: id("The line.", { references: "marts.order_lines.order_line_id" }),
    shipment_id: id("The delivery.", { references: "marts.shipments.shipment_id" }),
    planned_date: date("Planned delivery day.").nullable(),
    arrival_date: date("Day counted as arrival.").nullable(),
    arrival_basis: text("`delivered` or `shipped`."),
    quantity: quantity(
      "Units of the line in this delivery. A delivery of a whole order with a quantity is spread over its lines in proportion.",
    ),
    carrier: text("Who carried the goods, or `unknown`."),
  },
});
