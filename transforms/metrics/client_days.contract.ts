import { contract, count, date, decimal, id, moneySum } from "../../ingest/contracts/contract.ts";

export const clientDays = contract("metrics.client_days", {
  description:
    "A day on which a client bought: all its valid orders of the day are one purchase. Returns stand on the day of their order.",
  key: ["client_id", "day"],
  answers: "When did a client buy, and for how much?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    day: date("Day of the orders."),
    month: date("First day of its month."),
    order_count: count("Valid orders; 0 on a day that only has a return of an unknown order.", { unit: "orders" }),
    quantity: decimal(38, 3, "Units ordered less units returned.", { unit: "units" }),
    gross_amount: moneySum("Amount of the valid orders."),
    return_amount: moneySum("Value of what came back of them, positive."),
    net_amount: moneySum("Net revenue: orders less returns."),
  },
});

export { clientDays as contract };
