import { contract as describe, id, text, timestamp } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.deal_stage_changes", {
  description: "A deal's move from stage to stage.",
  key: ["deal_id", "changed_at", "to_stage"],
  columns: {
    deal_id: id("The deal."),
    changed_at: timestamp("When it moved.", { unit: "local time" }),
    from_stage: text("Stage it left.").nullable(),
    to_stage: text("Stage it entered."),
    source: text("System the row came from."),
  },
});
