import { date, decimal, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.document_rates", {
  description: "A foreign currency on a day that some document needs it, with the rate in force.",
  key: ["currency", "document_date"],
  answers: "Which documents could not be converted to the reporting currency?",
  columns: {
    currency: text("ISO 4217 code, never the reporting currency."),
    document_date: date("Day of the documents."),
    rate_date: date("Day of the rate used; empty when none is known by then.").nullable(),
    rate: decimal(18, 8, "Reporting currency for one unit; empty when no rate is known by that day.").nullable(),
  },
});
