import { count, date, decimal, contract as describe, id, moneySum } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.client_months", {
  description: "A client and a month in which it bought: valid orders only.",
  key: ["client_id", "month"],
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    month: date("First day of the month."),
    order_count: count("Valid orders."),
    purchase_day_count: count("Days with at least one valid order (purchase occasions)."),
    quantity: decimal(38, 3, "Units ordered."),
    net_amount: moneySum("Volume of valid orders, before returns."),
    margin_amount: moneySum("Margin of the orders whose cost is known.").nullable(),
    first_order_date: date("First order day in the month."),
    last_order_date: date("Last order day in the month."),
  },
});
