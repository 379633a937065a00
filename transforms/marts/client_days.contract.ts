import { count, date, contract as describe, id, money, quantity } from "../../ingest/contracts/contract.ts";

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
    quantity: quantity("Units ordered less units returned.", { unit: "units" }),
    gross_amount: money("Amount of the orders not cancelled.", { unit: "reporting currency" }),
    return_amount: money("Value of what came back of them, positive.", { unit: "reporting currency" }),
    net_amount: money("Net sales: orders less returns.", { unit: "reporting currency" }),
  },
});
