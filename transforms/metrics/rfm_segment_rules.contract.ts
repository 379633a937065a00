import { count, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.rfm_segment_rules", {
  description: "The segment of each of the 25 pairs of recency and FM score.",
  key: ["recency_score", "fm_score"],
  answers: "Which scores make which segment?",
  columns: {
    recency_score: count("1 to 5; 5 is the most recent fifth.", { unit: "score" }),
    fm_score: count("1 to 5; 5 buys most often and most.", { unit: "score" }),
    segment: text("The segment; `new` holds for clients whose first order is at most 90 days old."),
  },
});
