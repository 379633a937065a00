import { contract as describe, double, id, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_pair_review", {
  description: "Two clients that may be one: a person decides.",
  key: ["source_client_id", "other_source_client_id"],
  answers: "Which clients may be one and the same? Why were they not merged?",
  columns: {
    source_client_id: id("The older card.", { references: "marts.client_sources.source_client_id" }),
    other_source_client_id: id("The younger card.", { references: "marts.client_sources.source_client_id" }),
    client_id: id("The client of the older card.", { references: "marts.clients.client_id" }),
    other_client_id: id("The client of the younger card.", { references: "marts.clients.client_id" }),
    name: text("Name on the older card.", { pii: "personal" }),
    other_name: text("Name on the younger card.", { pii: "personal" }),
    source: text("System of the older card."),
    other_source: text("System of the younger card."),
    place: text("Town, else region, on the older card.").nullable(),
    other_place: text("Town, else region, on the younger card.").nullable(),
    state: text("`review`: the evidence leaves a doubt; `refused`: a guard overruled a link."),
    reason: text(
      "`likely`, `names_differ`, `ambiguous` (fits two clients), `branch`, `tax_conflict`, `cannot_link` or `too_many`.",
    ),
    score: double("Probability that they are one client.", { unit: "share 0..1" }),
    evidence: text("Kinds of evidence for and against, with weights in bits; never the values."),
    net_amount: moneySum("Net sales of both up to the as-of day."),
  },
});
