import { count, date, contract as describe, id, quantity, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.shipments", {
  description: "A delivery of an order or of one of its lines.",
  key: ["shipment_id"],
  columns: {
    shipment_id: id("The delivery."),
    order_id: id("Order delivered."),
    order_line_id: id("Line delivered; empty when the delivery covers the whole order.").nullable(),
    planned_date: date("Planned delivery day.").nullable(),
    shipped_date: date("Day the goods left.").nullable(),
    delivered_date: date("Day the goods arrived.").nullable(),
    departure_date: date("Day counted as departure: shipped, or delivered where that is not told.").nullable(),
    arrival_date: date(
      "Day counted as arrival: delivered, or shipped where the source never states a delivery.",
    ).nullable(),
    arrival_basis: text("`delivered` or `shipped`: what the source lets us count."),
    quantity: quantity("Units delivered; empty means all that was ordered.").nullable(),
    carrier: text("Who carried the goods, or `unknown`."),
    source: text("System the row came from."),
    _file_id: count("File the row came from, as numbered in the ledger."),
    _record: count("Record in that file, from 1."),
  },
});
