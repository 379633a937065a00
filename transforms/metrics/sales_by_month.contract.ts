import { count, date, decimal, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.sales_by_month", {
  description: "Sales, returns and margin of a month, region, manager, direction and product.",
  key: ["month", "region", "manager_id", "direction", "product_id"],
  answers: "What did we sell, where, by whom, of what, and at what margin?",
  columns: {
    month: date("First day of the month of the order; of the return where its order is unknown."),
    region: text("Region, or `unknown`."),
    manager_id: text("Manager, or `unknown`."),
    direction: text("Business direction, or `unknown`."),
    product_id: text("Product, or `unknown`."),
    gross_amount: moneySum(
      "Sales: lines of orders not cancelled, after discount; orders without lines at their document amount.",
    ),
    return_amount: moneySum("Value of what came back of these sales, whenever it came back; positive."),
    net_amount: moneySum("Gross less returns."),
    cost_amount: moneySum("Cost of the goods sold, where known."),
    costed_amount: moneySum("Part of the gross amount whose cost is known."),
    margin_amount: moneySum(
      "Costed amount less cost: margin of goods sold, before returns; empty when no cost is known. Margin rate is margin over costed amount.",
    ).nullable(),
    quantity: decimal(38, 3, "Units sold, of lines whose value is known."),
    returned_quantity: decimal(38, 3, "Units returned."),
    line_count: count("Lines sold."),
    return_count: count("Returns of these sales."),
  },
});
