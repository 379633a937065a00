import { date, decimal, contract as describe, flag, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.deals", {
  description: "An opportunity, as it stood on the as-of day.",
  key: ["deal_id"],
  columns: {
    deal_id: id("The deal."),
    client_id: id("With whom.", { references: "marts.clients.client_id" }).nullable(),
    manager_id: id("Who leads it.", { references: "marts.managers.manager_id" }).nullable(),
    product_id: id("What it is about.", { references: "marts.products.product_id" }).nullable(),
    name: text("Name of the deal.").nullable(),
    stage: text("Stage on the as-of day."),
    status: text("`open`, `won` or `lost` on the as-of day."),
    currency: text("ISO 4217 code of the document; the reporting currency where the source names none."),
    has_rate: flag("Could the amount be converted to the reporting currency? Without a rate amounts are empty."),
    amount: money(
      "Expected or closed value, at the rate of the closing day, else of the opening day, else of the as-of day.",
      { unit: "reporting currency" },
    ).nullable(),
    probability_share: decimal(9, 6, "Probability typed in by the manager.", { unit: "share 0..1" }).nullable(),
    created_date: date("Day the deal was opened.").nullable(),
    expected_close_date: date("Day it is expected to close.").nullable(),
    closed_date: date("Day it was won or lost.").nullable(),
    lost_reason: text("Why it was lost.").nullable(),
    competitor: text("Who won instead.").nullable(),
    source: text("System the row came from."),
  },
});
