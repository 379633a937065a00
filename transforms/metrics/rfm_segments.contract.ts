import { count, contract as describe, double, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.rfm_segments", {
  description: "Clients and revenue of each RFM segment. Every segment has a row, empty ones included.",
  key: ["segment"],
  answers: "How many champions do we have, and how much revenue is at risk?",
  columns: {
    segment: text("The segment."),
    client_count: count("Clients in the segment.", { unit: "clients" }),
    client_share: double("Share of all scored clients; empty where there are none.", { unit: "share 0..1" }).nullable(),
    net_amount: moneySum("Net revenue of the segment in the window."),
    net_amount_share: double("Share of the revenue of the segments above zero; empty for one below.", {
      unit: "share 0..1",
    }).nullable(),
    average_recency_days: double("Mean days since the last order.", { unit: "days" }).nullable(),
    average_frequency: double("Mean purchase days in the window.", { unit: "purchase days" }).nullable(),
    average_amount: double("Mean net revenue per client in the window.", { unit: "reporting currency" }).nullable(),
    previous_client_count: count("Clients in the segment one month before.", { unit: "clients" }),
  },
});
