import { count, date, contract as describe, double, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.next_products", {
  description:
    "What to offer each client next: items that sell with what it buys and that it does not buy, with the reason.",
  key: ["client_id", "item_id"],
  answers: "What should we offer whom, and why?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    item_id: id("The item to offer; not bought in the last twelve months."),
    offer_rank: count("1 is the most promising of the client, 5 the last shown."),
    reason_item_id: id("What the client buys that speaks for it."),
    confidence: double("Of baskets with the reason, the share that also holds the item offered.", {
      unit: "share 0..1",
    }),
    basket_ab_count: count("Baskets with both: how much the confidence rests on.", { unit: "baskets" }),
    lift: double("How many times as often as by chance both are bought together.", { unit: "ratio" }),
    expected_amount: double("Confidence × average sales of a basket that holds it.", {
      unit: "reporting currency",
    }).nullable(),
    expected_margin_amount: double(
      "Confidence × average margin of a basket that holds it; empty where no cost is known.",
      {
        unit: "reporting currency",
      },
    ).nullable(),
    quality_flag: text("`ok`, or `low_n` below 30 baskets with both."),
    model_version: text("Model and version: changes with formula or settings, not with data."),
    as_of_date: date("Day the numbers speak of."),
  },
});
