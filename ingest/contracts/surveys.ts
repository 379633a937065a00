import { contract, date, double, id, text } from "./contract.ts";

export const surveys = contract("raw.surveys", {
  description: "One answer to one survey question.",
  key: ["survey_answer_id"],
  columns: {
    survey_answer_id: id("The answer in the source system."),
    client_id: id("Who answered or was asked.", { references: "clients.client_id" }).nullable(),
    wave: text("Survey wave, such as `2026-Q1`."),
    question: text("What was asked: `nps`, `csat`, or the question itself."),
    score: double("Score given; empty when invited without an answer, or free text only.").nullable(),
    scale_min: double("Lowest score of the scale.").nullable(),
    scale_max: double("Highest score of the scale.").nullable(),
    invited_date: date("Day the client was asked.").nullable(),
    answered_date: date("Day of the answer.").nullable(),
    comment: text("Answer in words.", { pii: "personal" }).nullable(),
  },
});
