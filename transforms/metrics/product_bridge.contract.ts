import { date, decimal, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.product_bridge", {
  description: "Sales of a product against the same months a year before, split into price and quantity.",
  key: ["dimension", "entity_id", "window_name", "product_id"],
  answers: "Which products explain why sales differ from last year?",
  columns: {
    dimension: text("`total`, `region` or `direction`."),
    entity_id: text("Region or direction, or `unknown`; `all` for the total."),
    window_name: text("`last_1_months`, `last_3_months` or `last_12_months`: complete months."),
    from_month: date("First month looked at."),
    to_month: date("Last month looked at."),
    product_id: text("Product, or `unknown`."),
    product_state: text("`both`: sold in both years; `new`; `lost`; `other`: no product or no quantity, so no price."),
    previous_amount: moneySum("Sales a year before, before returns."),
    amount: moneySum("Sales now, before returns."),
    previous_quantity: decimal(38, 3, "Units a year before.", { unit: "units" }),
    quantity: decimal(38, 3, "Units now.", { unit: "units" }),
    old_price_amount: moneySum("Units now at the price of a year before; of products sold in both.").nullable(),
    price_effect_amount: moneySum("Sales now less that: what prices changed.").nullable(),
    quantity_effect_amount: moneySum("That less sales a year before: what quantity changed.").nullable(),
    change_amount: moneySum("Sales now less sales a year before."),
    as_of_date: date("Day the numbers speak of."),
  },
});
