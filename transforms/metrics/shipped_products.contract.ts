import { count, date, decimal, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

/** What `metrics.line_returns` tells too. */
export const shippedColumns = {
  month: date("First day of the month the lines were shipped."),
  region: text("Region of the order, or `unknown`."),
  manager_id: text("Manager of the order, or `unknown`."),
  product_id: text("The product, or `unknown`."),
  shipment_count: count("Deliveries of lines."),
  shipped_quantity: decimal(38, 3, "Units that left.", { unit: "units" }),
  shipped_amount: moneySum("Their net value, at the price of the line."),
};

export const contract = describe("metrics.shipped_products", {
  description: "Lines shipped in a month, by region, manager and product.",
  key: ["month", "region", "manager_id", "product_id"],
  answers: "Which products leave, and whose?",
  columns: shippedColumns,
});
