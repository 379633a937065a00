import { date, contract as describe, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.entity_amounts", {
  description: "Net revenue of each client, manager and product by month: what concentration is computed from.",
  key: ["dimension", "entity_id", "month"],
  answers: "Who and what brought the revenue of a month?",
  columns: {
    dimension: text("`client`, `manager` or `product`."),
    entity_id: id("The client, manager or product; `unknown` where the order or line names none."),
    month: date("First day of the month of the orders."),
    net_amount: moneySum("Net sales: orders less returns. Zero where all orders are of zero amount."),
  },
});
