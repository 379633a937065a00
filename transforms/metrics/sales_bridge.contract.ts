import { count, date, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.sales_bridge", {
  description: "Why net sales differ from the same months a year before: price, volume, mix, products, returns.",
  key: ["dimension", "entity_id", "window_name"],
  answers: "Do we sell more, dearer or other things than last year?",
  columns: {
    dimension: text("`total`, `region` or `direction`."),
    entity_id: text("Region or direction, or `unknown`; `all` for the total."),
    window_name: text(
      "`last_1_months`, `last_3_months` or `last_12_months`: complete months; left out without a year before.",
    ),
    from_month: date("First month looked at."),
    to_month: date("Last month looked at."),
    previous_amount: moneySum("Net sales of the same months a year before."),
    price_amount: moneySum("Change of prices, at new quantities; products sold in both years."),
    volume_amount: moneySum("Change of all units at the old average price; the same products."),
    mix_amount: moneySum("Dearer or cheaper products sold more: the rest of the change in quantities."),
    new_product_amount: moneySum("Sales of products not sold a year before."),
    lost_product_amount: moneySum("Sales of products no longer sold; negative."),
    other_amount: moneySum("Change of sales that name no product or no quantity."),
    return_amount: moneySum("Change of returns; negative when more came back."),
    amount: moneySum("Net sales now."),
    gap_amount: moneySum("Net sales now less a year before: the sum of the seven parts."),
    kept_product_count: count("Products sold in both years.", { unit: "products" }),
    new_product_count: count("New products.", { unit: "products" }),
    lost_product_count: count("Products no longer sold.", { unit: "products" }),
    quality_flag: text("`ok`; `no_common_product`: nothing was sold in both years."),
    as_of_date: date("Day the numbers speak of."),
  },
});
