import { contract, date, decimal, id, money, text } from "./contract.ts";

export const deals = contract("raw.deals", {
  description: "An opportunity.",
  key: ["deal_id"],
  checks: [
    {
      sql: "probability_share between 0 and 1",
      message: "a probability is a share of one: per cent need percent: true",
    },
  ],
  columns: {
    deal_id: id("The deal in the source system."),
    client_id: id("With whom.", { references: "clients.client_id" }).nullable(),
    manager_id: id("Who leads it.", { references: "managers.manager_id" }).nullable(),
    product_id: id("What it is about.", { references: "products.product_id" }).nullable(),
    name: text("Name of the deal.").nullable(),
    stage: text("Stage as the source names it."),
    status: text("`open`, `won` or `lost`."),
    amount: money("Expected or closed value.", { unit: "currency of the row" }).nullable(),
    currency: text("ISO 4217 code; empty means the reporting currency.").nullable(),
    probability_share: decimal(9, 6, "Probability typed in by the manager.", { unit: "share 0..1" }).nullable(),
    created_date: date("Day the deal was opened.").nullable(),
    expected_close_date: date("Day it is expected to close.").nullable(),
    closed_date: date("Day it was won or lost.").nullable(),
    lost_reason: text("Why it was lost.").nullable(),
    competitor: text("Who won instead.").nullable(),
  },
});
