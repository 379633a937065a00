import { count, date, contract as describe, flag, id, moneySum } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.cohort_activity", {
  description: "A client and a month since its first order in which something was sold to it or came back.",
  key: ["client_id", "month_number"],
  answers: "In which months did a client come back?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    month_number: count("Calendar months since that of the first order.", { unit: "months" }),
    cohort_month: date("Month of its first valid order."),
    has_bought: flag("Any valid order?"),
    net_amount: moneySum("Net sales."),
  },
});
