import { count, date, decimal, contract as describe, id, moneySum } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.product_volume_by_month", {
  description: "What was sold of a product in a calendar month, on orders not cancelled.",
  key: ["product_id", "month"],
  answers: "How much of each product sells, month by month?",
  columns: {
    product_id: id("The product; `unknown` where the line names none, or the order has no lines."),
    month: date("First day of the month of the orders."),
    line_count: count("Order lines.", { unit: "lines" }),
    quantity: decimal(38, 3, "Units ordered, of lines whose value is known, less units returned.", { unit: "units" }),
    gross_amount: moneySum("Sales: lines, and orders without lines at their document amount."),
    return_amount: moneySum("Value of what came back of them, whenever it came back; positive."),
    net_amount: moneySum("Net sales: gross less returns."),
  },
});
