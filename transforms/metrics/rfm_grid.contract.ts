import { count, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.rfm_grid", {
  description: "The 25 cells of recency score by FM score, with the segment each belongs to.",
  key: ["recency_score", "fm_score"],
  answers: "Where do our clients stand on the RFM grid?",
  columns: {
    recency_score: count("1 to 5; 5 is the most recent fifth.", { unit: "score" }),
    fm_score: count("1 to 5; 5 buys most often and most.", { unit: "score" }),
    segment: text(
      "Segment of the cell. In cell 5/1 clients whose first order is older than 90 days are `promising`, not `new`.",
    ),
    client_count: count("Clients in the cell.", { unit: "clients" }),
    net_amount: moneySum("Their net revenue in the window."),
  },
});
