import { date, contract as describe, double, flag, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.survey_responses", {
  description: "A client asked a question in a wave, and its newest valid score.",
  key: ["wave", "question", "respondent_id"],
  answers: "Who was asked, who answered, and what?",
  columns: {
    wave: text("Survey wave."),
    question: text("What was asked."),
    respondent_id: text("The client, else the answer."),
    client_id: id("The client.", { references: "marts.clients.client_id" }).nullable(),
    asked_date: date("Day of the answer, else of the invitation.").nullable(),
    region: text("Region of the client, or `unknown`."),
    manager_id: text("Owner of the client on that day, else on the as-of day, else `unknown`."),
    volume_class: text("Class of the client in the last complete period before, or `unknown`."),
    score: double("Newest score within its scale; empty without an answer.", { unit: "score" }).nullable(),
    scale_min: double("Lowest score of the scale.", { unit: "score" }).nullable(),
    scale_max: double("Highest score of the scale.", { unit: "score" }).nullable(),
    has_out_of_scale: flag("Was a score of it set aside for being outside its scale?"),
    has_late_line: flag(
      "Did an order line due in the days before that the settings name come later than tolerated, or not at all?",
    ),
  },
});
