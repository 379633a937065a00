import { count, contract as describe, flag, text, timestamp } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.remarks_by_file", {
  description: "What was found in a file beside its rows, and how rows were mended on the way in.",
  key: ["file_id", "kind", "message"],
  answers: "What in our exports needs a look though it was loaded?",
  columns: {
    file_id: count("File, as numbered in the ledger."),
    source: text("Source, or `unknown`."),
    entity: text("Entity, or `unknown`."),
    name: text("Name of the file."),
    loaded_at: timestamp("When it was loaded.", { unit: "UTC" }).nullable(),
    kind: text(
      "`footer` is a line of totals, `hidden_rows` rows hidden in a workbook; others are mendings: `inner_quote`, `plain_quote`, `empty_tail`, `padded`.",
    ),
    message: text("What was found or mended."),
    remark_count: count("Places in the file."),
    first_line: count("Line of the first of them."),
    is_total_missed: flag("Is a total of the file another than that of its rows?"),
  },
});
