import { count, contract as describe, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.client_sources", {
  description: "A client card of a source, and the client it belongs to.",
  key: ["source_client_id"],
  answers: "Which cards of which systems are one client, and why?",
  columns: {
    source_client_id: id("The card in its source: `crm:A-00017`."),
    client_id: id("The client; the id of its oldest card.", { references: "marts.clients.client_id" }),
    source: text("System the card is from."),
    card_count: count("Cards of this client."),
    linked_by: text(
      "Strongest link to another card: `decision`, `tax_id`, `source_link`, `email`, `phone` or `score`; empty for the only card.",
    ).nullable(),
  },
});
