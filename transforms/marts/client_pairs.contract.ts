import { contract as describe, double, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.client_pairs", {
  description: "A pair of client cards that is one client, may be one, or must not be one.",
  key: ["source_client_id", "other_source_client_id"],
  answers: "Why are two cards one client, or why are they not?",
  columns: {
    source_client_id: id("The older card.", { references: "marts.client_sources.source_client_id" }),
    other_source_client_id: id("The younger card.", { references: "marts.client_sources.source_client_id" }),
    client_id: id("The client of the older card.", { references: "marts.clients.client_id" }),
    other_client_id: id("The client of the younger card.", { references: "marts.clients.client_id" }),
    source: text("System of the older card."),
    other_source: text("System of the younger card."),
    name: text("Name on the older card.", { pii: "personal" }),
    other_name: text("Name on the younger card.", { pii: "personal" }),
    place: text("Town, else region, on the older card.").nullable(),
    other_place: text("Town, else region, on the younger card.").nullable(),
    state: text("`linked`, `review` or `refused`."),
    reason: text("What linked them, why they are doubtful, or which guard overruled a link."),
    score: double("Probability that they are one client.", { unit: "share 0..1" }),
    evidence: text("What speaks for and against, with weights in bits."),
  },
});
