import { contract as describe, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_segments", {
  description: "The segment each client with an order stands in now, by class, by RFM and by region.",
  key: ["client_id", "segmentation"],
  answers: "Which segment is a client in, by class, by RFM and by region?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    segmentation: text("`class`, `rfm` or `region`."),
    segment: text("A class, an RFM segment (`inactive` without an order in the window) or a region."),
  },
});
