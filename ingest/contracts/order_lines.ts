import { contract, decimal, id, money, quantity } from "./contract.ts";

export const orderLines = contract("raw.order_lines", {
  description: "One product on an order.",
  key: ["order_line_id"],
  checks: [
    {
      sql: "discount_share <= 1",
      message: "a discount is a share of the price, 1 at most: per cent need percent: true, and an amount is no share",
    },
  ],
  columns: {
    order_line_id: id("The line in the source system, or order and line number joined."),
    order_id: id("Order the line belongs to.", { references: "orders.order_id" }),
    product_id: id("What was bought.", { references: "products.product_id" }).nullable(),
    quantity: quantity("Units ordered."),
    unit_price_amount: money("Price of one unit before discount.", { unit: "currency of the order" }).nullable(),
    discount_share: decimal(9, 6, "Discount on the line.", { unit: "share 0..1" }).nullable(),
    amount: money("Line total after discount; empty means quantity × price × (1 − discount).", {
      unit: "currency of the order",
    }).nullable(),
    cost_amount: money("Cost of the whole line; empty means quantity × the product's cost.", {
      unit: "currency of the order",
    }).nullable(),
  },
});
