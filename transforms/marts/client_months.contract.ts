import { count, date, decimal, contract as describe, flag, id, moneySum } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.client_months", {
  description: "What a client bought in a calendar month, less what it sent back. Months without sales have no row.",
  key: ["client_id", "month"],
  answers: "How much does each client buy, month by month?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    month: date("First day of the month."),
    is_complete_month: flag("Whether the month had ended by the as-of day."),
    order_count: count("Valid orders: not cancelled, with a positive amount.", { unit: "orders" }),
    occasion_count: count("Days with at least one valid order; several orders on one day are one purchase.", {
      unit: "days",
    }),
    quantity: decimal(38, 3, "Units ordered less units returned.", { unit: "units" }),
    gross_amount: moneySum("Amount of the orders not cancelled."),
    return_amount: moneySum("Value of what came back of them, whenever it came back; positive."),
    net_amount: moneySum("Net sales: orders less returns."),
    first_order_date: date("First valid order in the month.").nullable(),
    last_order_date: date("Last valid order in the month.").nullable(),
  },
});
