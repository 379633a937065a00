import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.survey_scores", {
  description: "What clients answered to a question in a wave, counted, and the mean with its 95 % interval.",
  key: ["wave", "question", "dimension", "entity_id"],
  answers: "How many answered, and what on average?",
  columns: {
    wave: text("Survey wave."),
    question: text("What was asked."),
    dimension: text("`all`, `region`, `manager` or `class`, as they stood on the day of asking."),
    entity_id: text("`all`, the region, the manager or the class; `unknown` where there is none."),
    first_asked_date: date("First day of answers or invitations: the order of waves.").nullable(),
    invited_count: count("Clients asked, or who answered unasked."),
    responded_count: count("Of these, with a valid score: the sample."),
    out_of_scale_count: count("Of these, with a score set aside for being outside its scale."),
    score_mean: double("Mean score.", { unit: "score" }).nullable(),
    score_mean_lower: double("Lower limit of its 95 % interval (Student's t).", { unit: "score" }).nullable(),
    score_mean_upper: double("Upper limit.", { unit: "score" }).nullable(),
    satisfied_count: count("Highest scores of the scale; empty on scales of NPS.").nullable(),
    promoter_count: count("Scores of 9 and 10; empty on other scales.").nullable(),
    passive_count: count("Scores of 7 and 8.").nullable(),
    detractor_count: count("Scores of 0 to 6.").nullable(),
  },
});
