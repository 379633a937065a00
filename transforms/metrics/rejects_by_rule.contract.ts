import { count, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.rejects_by_rule", {
  description: "Records set aside, by the rule they broke.",
  key: ["source", "entity", "rule", "column_name"],
  answers: "What is wrong with our exports?",
  columns: {
    source: text("Source."),
    entity: text("Entity, or `unknown`."),
    rule: text("Rule broken."),
    column_name: text("Column at fault, or `unknown`."),
    reject_count: count("Violations."),
    open_count: count("Of these, neither replayed nor discarded."),
    record_count: count("Records."),
    file_count: count("Files."),
    first_file_id: count("First file with it."),
    last_file_id: count("Newest file with it."),
  },
});
