import { date, contract as describe, double, flag, text } from "../../ingest/contracts/contract.ts";
import { complaintCountColumns } from "./complaint_counts.contract.ts";

export const contract = describe("metrics.complaint_rates", {
  description: "Complaints per 100 orders delivered in a month, of all, a type, a manager or a region.",
  key: ["month", "dimension", "entity_id"],
  answers: "Whose orders end in complaints, and about what?",
  columns: {
    ...complaintCountColumns,
    complaints_per_100_orders: double("Complaints × 100 over delivered orders.", { unit: "per 100 orders" }).nullable(),
    lower: double("Lower 95 % limit: exact Poisson below 20 complaints, Wilson from 20.", {
      unit: "per 100 orders",
    }).nullable(),
    upper: double("Upper 95 % limit.", { unit: "per 100 orders" }).nullable(),
    quality_flag: text(
      "`ok`; `low_n` below 30 orders; `no_interval` when complaints exceed orders and Wilson has no meaning.",
    ),
    is_complete: flag("Is the month over on the as-of day?"),
    as_of_date: date("Day the numbers speak of."),
  },
});
