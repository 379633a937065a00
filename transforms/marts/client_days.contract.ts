import { count, date, decimal, contract as describe, id, moneySum } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.client_days", {
  description:
    "A client and a day of sales: all its valid orders of the day are one purchase. Returns stand on the day of their order.",
  key: ["client_id", "day"],
  answers: "When did a client buy, and for how much?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    day: date("Day of the orders."),
    month: date("First day of its month."),
    order_count: count("Valid orders; 0 on a day that only has an order below zero or a return of an unknown order.", {
      unit: "orders",
    }),
    quantity: decimal(38, 3, "Units ordered less units returned.", { unit: "units" }),
    gross_amount: moneySum("Amount of the orders not cancelled."),
    return_amount: moneySum("Value of what came back of them, positive."),
    net_amount: moneySum("Net sales: orders less returns."),
  },
});
