import { count, date, decimal, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.otif_by_day", {
  description: "Order lines due on a day: on time, in full, both.",
  key: ["due_date", "region", "manager_id", "carrier"],
  answers: "Did we deliver what was due these days?",
  columns: {
    due_date: date("Day the lines were due."),
    due_month: date("First day of its month."),
    region: text("Region, or `unknown`."),
    manager_id: text("Manager, or `unknown`."),
    carrier: text("Carrier, `several`, or `unknown`."),
    lines_due_count: count("Lines due by the as-of day."),
    on_time_count: count("Of these, on time."),
    in_full_count: count("Of these, in full by the deadline."),
    otif_count: count("Of these, on time and in full."),
    undelivered_count: count("Of these, nothing arrived: failures."),
    quantity_ordered: decimal(38, 3, "Units due."),
    quantity_on_time: decimal(38, 3, "Units arrived by the deadline, at most those ordered."),
    first_basis: text("Least of what due days are: `requested`, `promised`, `planned`."),
    last_basis: text("Greatest of them; all lines have the same where both are equal."),
    first_arrival_basis: text("Least of what arrivals are told by; empty where nothing left.").nullable(),
    last_arrival_basis: text("Greatest of them.").nullable(),
  },
});
