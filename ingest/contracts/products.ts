import { contract, id, money, text } from "./contract.ts";

export const products = contract("raw.products", {
  description: "A thing or service sold.",
  key: ["product_id"],
  columns: {
    product_id: id("The product in the source system."),
    name: text("Product name."),
    sku: text("Article number.").nullable(),
    category: text("Product category.").nullable(),
    direction: text("Business direction the product belongs to.").nullable(),
    unit: text("Unit of sale, such as `pcs` or `kg`.").nullable(),
    list_price_amount: money("List price of one unit.", { unit: "currency of the row" }).nullable(),
    cost_amount: money("Cost of one unit.", { unit: "currency of the row" }).nullable(),
    currency: text("ISO 4217 code of the prices; empty means the reporting currency.").nullable(),
  },
});
