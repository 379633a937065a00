import { count, date, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.entity_totals", {
  description: "An entity of a source: rows and money on the way from raw to marts.",
  key: ["entity", "source"],
  columns: {
    entity: text("Entity."),
    source: text("Source."),
    raw_row_count: count("Rows current at the build."),
    future_row_count: count("Rows whose event lies after the as-of day, left out."),
    staging_row_count: count("Rows that entered the models."),
    mart_row_count: count("Rows of the mart."),
    unconverted_row_count: count("Rows of the mart without an exchange rate: their amounts are empty."),
    first_future_date: date("Earliest event after the as-of day.").nullable(),
    last_future_date: date("Latest event after the as-of day.").nullable(),
    newest_event_date: date("Latest event up to the as-of day.").nullable(),
    raw_amount: moneySum("Money in raw rows.", { unit: "currencies of the documents, added up" }).nullable(),
    future_amount: moneySum("Money in rows dated after the as-of day.", {
      unit: "currencies of the documents, added up",
    }).nullable(),
    staging_amount: moneySum("Money in staging rows.", { unit: "currencies of the documents, added up" }).nullable(),
    mart_amount: moneySum("Money in the mart, converted.").nullable(),
  },
});
