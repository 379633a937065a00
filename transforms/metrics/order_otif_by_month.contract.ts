import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.order_otif_by_month", {
  description: "Orders due in a month: all their lines on time, all on time and in full.",
  key: ["due_month", "region", "manager_id", "carrier"],
  answers: "How many orders, not lines, arrive as the client asked?",
  columns: {
    due_month: date("First day of the month the last line of the order was due."),
    region: text("Region, or `unknown`."),
    manager_id: text("Manager, or `unknown`."),
    carrier: text("Carrier of all lines, `several`, or `unknown`."),
    orders_due_count: count("Orders with lines due by the as-of day.", { unit: "orders" }),
    on_time_order_count: count("Of these, every line due on time.", { unit: "orders" }),
    otif_order_count: count("Of these, every line due on time and in full.", { unit: "orders" }),
    otif_rate: double("On time and in full over due.", { unit: "share 0..1" }).nullable(),
    otif_lower: double("Lower limit of the 95 % Wilson interval.", { unit: "share 0..1" }).nullable(),
    otif_upper: double("Upper limit of the 95 % Wilson interval.", { unit: "share 0..1" }).nullable(),
    otif_level: text("`order`."),
    early_days: count("Days early that count as on time.", { unit: "days" }),
    late_days: count("Days late that count as on time.", { unit: "days" }),
    quality_flag: text("`ok`, or `low_n` below 30 orders."),
    as_of_date: date("Day the numbers speak of."),
  },
});
