import { date, decimal, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.exchange_rates", {
  description: "A rate and the days it holds.",
  key: ["currency", "rate_date"],
  columns: {
    currency: text("ISO 4217 code."),
    rate_date: date("First day the rate holds."),
    next_rate_date: date("First day it no longer holds; empty for the newest.").nullable(),
    rate: decimal(18, 8, "Reporting currency for one unit."),
    source: text("System the row came from."),
  },
});
