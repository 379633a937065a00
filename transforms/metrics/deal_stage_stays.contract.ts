import { count, date, contract as describe, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.deal_stage_stays", {
  description: "A deal's stay in a stage, from its recorded moves.",
  key: ["deal_id", "entry_number"],
  answers: "Where did each deal stand on any day, and for how long?",
  columns: {
    deal_id: id("The deal.", { references: "marts.deals.deal_id" }),
    entry_number: count("Which move of the deal it began with, from 1."),
    stage: text("The stage."),
    entered_date: date("Day it was entered."),
    left_date: date("Day it was left; empty while the deal stands there.").nullable(),
    stay_days: count("Days between.", { unit: "days" }).nullable(),
    status: text("`open`, `won` or `lost`: what has become of the deal by the as-of day."),
    closed_date: date("Day it was won or lost.").nullable(),
  },
});
