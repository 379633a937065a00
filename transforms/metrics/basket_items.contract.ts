import { count, date, contract as describe, id, money } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.basket_items", {
  description: "What was bought together: the items of each basket of valid orders, each once.",
  key: ["basket_id", "item_id"],
  answers: "What does each basket hold?",
  columns: {
    basket_id: id("The order, or the client and the first day of the quarter."),
    item_id: id("The product, or its category."),
    client_id: id("Who bought.").nullable(),
    last_order_date: date("Day of the order; the last one where a basket holds several."),
    basket_item_count: count("Different items of the basket."),
    net_amount: money("Sales of the item in the basket; empty when unknown.", {
      unit: "reporting currency",
    }).nullable(),
    margin_amount: money("Margin of the lines whose cost is known.", { unit: "reporting currency" }).nullable(),
  },
});
