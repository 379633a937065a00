import { contract as describe, flag, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.products", {
  description: "A thing or service sold.",
  key: ["product_id"],
  columns: {
    product_id: id("The product."),
    name: text("Product name."),
    sku: text("Article number.").nullable(),
    category: text("Product category.").nullable(),
    direction: text("Business direction the product belongs to.").nullable(),
    unit: text("Unit of sale.").nullable(),
    list_price_amount: money("List price of one unit, at the newest rate.", { unit: "reporting currency" }).nullable(),
    cost_amount: money("Cost of one unit, at the newest rate.", { unit: "reporting currency" }).nullable(),
    currency: text("ISO 4217 code of the document; the reporting currency where the source names none."),
    has_card: flag("Does a source describe it? Without a card, documents only name it."),
    source: text("System the row came from."),
  },
});
