import { count, contract as describe, id, text, timestamp } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.client_attributes", {
  description: "An attribute of a client that has several cards, and the card its value is from.",
  key: ["client_id", "attribute"],
  answers: "Which system gave the name, the telephone, the region of a client?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    attribute: text("Column of `marts.clients`."),
    attribute_value: text("The value that stands.", { pii: "personal" }),
    value_count: count("Cards that give a value."),
    source_client_id: id("The card the value is from.", { references: "marts.client_sources.source_client_id" }),
    source: text("System of that card."),
    _file_id: count("File the card came from, as numbered in the ledger.").nullable(),
    _record: count("Record in that file, from 1.").nullable(),
    _loaded_at: timestamp("When this version of the card was loaded.", { unit: "UTC" }).nullable(),
  },
});
