import { count, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.mart_totals", {
  description: "An entity of a source: rows and money that reached the marts.",
  key: ["entity", "source"],
  columns: {
    entity: text("Entity."),
    source: text("Source."),
    row_count: count("Rows of the mart."),
    amount: moneySum("Money in the mart, converted.").nullable(),
    unconverted_row_count: count("Rows without an exchange rate: their amounts are empty."),
  },
});
