import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.survey_words", {
  description: "A word of the answers that at least five clients wrote.",
  key: ["question", "word"],
  answers: "What do clients speak of, and do they speak of it when they are content or not?",
  columns: {
    question: text("What was asked."),
    word: text("The word, in lower case; forms of one word are counted apart."),
    client_count: count("Clients who wrote it."),
    scored_count: count("Answers with it that carry a score."),
    score_mean: double("Mean score of these.", { unit: "score" }).nullable(),
    quality_flag: text("`ok`, or `low_n` below 30 clients."),
    as_of_date: date("Day the numbers speak of."),
  },
});
