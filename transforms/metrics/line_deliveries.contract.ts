import { count, date, contract as describe, flag, id, quantity, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.line_deliveries", {
  description: "An order line that was due by the as-of day, and how it arrived.",
  key: ["order_line_id"],
  answers: "Which lines were late or short?",
  columns: {
    order_line_id: id("The line.", { references: "marts.order_lines.order_line_id" }),
    order_id: id("Its order."),
    client_id: id("Who waited.", { references: "marts.clients.client_id" }).nullable(),
    manager_id: text("Manager of the order, or `unknown`."),
    region: text("Region, or `unknown`."),
    carrier: text("Carrier of its deliveries, `several`, or `unknown`."),
    due_date: date("Day it was due."),
    due_month: date("First day of that month."),
    basis: text("What the due day is: `requested`, else `promised`, else first `planned` on a shipment."),
    arrival_basis: text(
      "`delivered`, `shipped` where the source never states a delivery, or `none` without a shipment.",
    ),
    ordered_quantity: quantity("Units ordered."),
    delivered_by_deadline_quantity: quantity("Units that arrived by the due day plus tolerance."),
    delivered_quantity: quantity("Units that arrived by the as-of day."),
    last_arrival_date: date("Last arrival by the as-of day.").nullable(),
    is_cancelled_by_supplier: flag("Cancelled by us: a failure."),
    is_on_time: flag("Arrived between due less early tolerance and due plus late tolerance."),
    is_in_full: flag("All units (less tolerance) arrived by the deadline."),
    is_otif: flag("On time and in full."),
    is_delivered: flag("Has anything arrived by the as-of day?"),
    is_late: flag(
      "Arrived, or still waited for, after the due day plus late tolerance; neither what came too early nor what we cancelled.",
    ),
    late_days: count(
      "Days from due to arrival, or to the as-of day while undelivered; 0 when not late; empty when cancelled by the supplier.",
      { unit: "days" },
    ).nullable(),
    as_of_date: date("Day the numbers speak of."),
  },
});
