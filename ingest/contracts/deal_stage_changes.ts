import { contract, id, text, timestamp } from "./contract.ts";

export const dealStageChanges = contract("raw.deal_stage_changes", {
  description: "A deal's move from stage to stage.",
  key: ["deal_id", "changed_at", "to_stage"],
  columns: {
    deal_id: id("The deal.", { references: "deals.deal_id" }),
    changed_at: timestamp("When it moved.", { unit: "UTC" }),
    from_stage: text("Stage it left; empty when created.").nullable(),
    to_stage: text("Stage it entered."),
  },
});
