import { count, date, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.future_rows", {
  description: "Rows of an entity dated after the as-of day and so left out.",
  key: ["entity", "source"],
  answers: "Does a source date its documents in the future?",
  columns: {
    entity: text("Entity."),
    source: text("Source."),
    future_row_count: count("Rows left out."),
    first_future_date: date("Earliest of their dates.").nullable(),
    last_future_date: date("Latest of their dates.").nullable(),
    as_of_date: date("Day the numbers speak of."),
  },
});
