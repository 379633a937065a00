import { count, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_match_summary", {
  description: "Pairs of client cards by what became of them and why.",
  key: ["state", "reason"],
  answers: "How many cards were merged, by what, and how many await a decision?",
  columns: {
    state: text("`linked`, `review` or `refused`."),
    reason: text("What linked them, why they are doubtful, or which guard overruled a link."),
    pair_count: count("Pairs of cards."),
  },
});
