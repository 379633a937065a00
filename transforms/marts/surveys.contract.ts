import { date, contract as describe, double, flag, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.surveys", {
  description: "One answer to one survey question.",
  key: ["survey_answer_id"],
  columns: {
    survey_answer_id: id("The answer."),
    client_id: id("Who answered or was asked.", { references: "marts.clients.client_id" }).nullable(),
    wave: text("Survey wave."),
    question: text("What was asked."),
    score: double("Score given, if within its scale.").nullable(),
    scale_min: double("Lowest score of the scale.").nullable(),
    scale_max: double("Highest score of the scale.").nullable(),
    is_answered: flag("Was a score or comment given?"),
    is_out_of_scale: flag("Was the score outside its scale, and so set aside?"),
    invited_date: date("Day the client was asked.").nullable(),
    answered_date: date("Day of the answer.").nullable(),
    comment: text("Answer in words.", { pii: "personal" }).nullable(),
    source: text("System the row came from."),
  },
});
