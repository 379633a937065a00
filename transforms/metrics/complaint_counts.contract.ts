import { count, date, contract as describe, text } from "../../ingest/contracts/contract.ts";

/** What `metrics.complaint_rates` tells too. */
export const complaintCountColumns = {
  month: date("First day of the month."),
  dimension: text("`all`, `type`, `manager` or `region` (of the order, else of the client)."),
  entity_id: text("`all`, the type, the manager or the region; `unknown` where there is none."),
  delivered_order_count: count("Orders whose delivery was completed in the month; of a type, all of them."),
  complaint_count: count("Complaints of these orders, and complaints without a delivered order received in the month."),
  linked_complaint_count: count("Of these, linked to an order delivered in the month."),
};

export const contract = describe("metrics.complaint_counts", {
  description: "Orders delivered in a month and the complaints they brought, of all, a type, a manager or a region.",
  key: ["month", "dimension", "entity_id"],
  answers: "How many complaints came of how many orders?",
  columns: complaintCountColumns,
});
