import { count, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.rfm_by_place", {
  description: "Clients of a cell of the RFM grid by region and manager, today and one month before.",
  key: ["recency_score", "fm_score", "segment", "region", "manager_id"],
  answers: "Whose champions are they, and whose are we about to lose?",
  columns: {
    recency_score: count("1 to 5; 5 is the most recent fifth.", { unit: "score" }),
    fm_score: count("Mean of frequency and monetary score, halves rounded up.", { unit: "score" }),
    segment: text("Segment of these clients."),
    region: text("Region of the client, or `unknown`."),
    manager_id: text("Owner of the client today, or `unknown`."),
    client_count: count("Clients who stand there.", { unit: "clients" }),
    net_amount: moneySum("Their net revenue in the window."),
    recency_day_count: count("Days since the last order, added up over these clients.", { unit: "days" }),
    purchase_day_count: count("Days with an order in the window, added up over these clients.", {
      unit: "purchase days",
    }),
    previous_client_count: count("Clients who stood there one month before.", { unit: "clients" }),
  },
});
