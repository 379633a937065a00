import { contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.survey_shares", {
  description: "How large a part of the answers is satisfied, promotes or detracts, with its 95 % interval.",
  key: ["wave", "question", "dimension", "entity_id", "answer"],
  answers: "How large may the share of satisfied clients really be?",
  columns: {
    wave: text("Survey wave."),
    question: text("What was asked."),
    dimension: text("`all`, `region`, `manager` or `class`, as they stood on the day of asking."),
    entity_id: text("`all`, the region, the manager or the class; `unknown` where there is none."),
    answer: text("`satisfied`, `promoter` or `detractor`."),
    share: double("Part of all valid scores; empty without any.", { unit: "share 0..1" }).nullable(),
    centre: double("Middle of its interval (Wilson).", { unit: "share 0..1" }).nullable(),
    half_width: double("From there to either limit.", { unit: "share 0..1" }).nullable(),
  },
});
