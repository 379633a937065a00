import { date, contract as describe, double, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.survey_comments", {
  description: "An answer in words; none unless `satisfaction.publish_comments` is set.",
  key: ["survey_answer_id"],
  answers: "What do clients say in their own words?",
  columns: {
    survey_answer_id: id("The answer."),
    client_id: id("Who answered.", { references: "marts.clients.client_id" }).nullable(),
    wave: text("Survey wave."),
    question: text("What was asked."),
    score: double("Score given with it.", { unit: "score" }).nullable(),
    answered_date: date("Day of the answer.").nullable(),
    comment: text("The words; e-mail addresses, links and long numbers are blotted out."),
  },
});
