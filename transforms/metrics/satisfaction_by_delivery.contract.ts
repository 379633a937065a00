import { count, date, contract as describe, double, flag, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.satisfaction_by_delivery", {
  description: "Scores of clients whose goods came late shortly before they answered, and of the others.",
  key: ["is_total", "wave", "question", "has_late_line"],
  answers: "Are clients whose goods came late less satisfied?",
  columns: {
    is_total: flag("Is it all waves together? Then `wave` says `all` and names none."),
    wave: text("Survey wave, or `all`."),
    question: text("What was asked."),
    has_late_line: flag(
      "Did an order line due in the days before that the settings name come later than tolerated, or not at all?",
    ),
    responded_count: count("Answers."),
    score_mean: double("Mean score.", { unit: "score" }).nullable(),
    nps: double("Net promoter score, on scales of 0 to 10.", { unit: "-100..100" }).nullable(),
    score_difference: double("Mean less that of the other group.", { unit: "score" }).nullable(),
    score_difference_lower: double("Lower limit of its 95 % interval (Welch).", { unit: "score" }).nullable(),
    score_difference_upper: double("Upper limit.", { unit: "score" }).nullable(),
    quality_flag: text("`ok`, or `low_n` below 30 answers in either group."),
    as_of_date: date("Day the numbers speak of."),
  },
});
