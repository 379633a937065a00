import { count, contract as describe, double, id, moneySum } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_troubles", {
  description: "What went wrong between a client and us in the last twelve months.",
  key: ["client_id"],
  answers: "Had the client a reason to leave?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    complaint_count: count("Complaints received in twelve months.", { unit: "complaints" }),
    open_complaint_count: count("Complaints open on the as-of day.", { unit: "complaints" }),
    due_line_count: count("Order lines due in twelve months.", { unit: "order lines" }),
    late_line_count: count("Of them, later than the tolerance of the settings allows.", { unit: "order lines" }),
    late_line_share: double("Their share.", { unit: "share 0..1" }).nullable(),
    average_payment_delay_days: double(
      "Mean days from due to payment of money that came in twelve months, by amount; negative when early.",
      { unit: "days" },
    ).nullable(),
    overdue_amount: moneySum("Open and past due on the as-of day."),
  },
});
