import { contract, date, decimal, text } from "./contract.ts";

export const exchangeRates = contract("raw.exchange_rates", {
  description: "What one unit of a currency is worth in the reporting currency, from a day on.",
  key: ["currency", "rate_date"],
  columns: {
    currency: text("ISO 4217 code."),
    rate_date: date("First day the rate holds."),
    rate: decimal(18, 8, "Reporting currency for one unit."),
  },
});
