import { count, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.client_match_limits", {
  description: "A kind of value that too many client cards share to tell whose they are.",
  key: ["kind"],
  answers: "How many telephones, mailboxes and names are too common to match by?",
  columns: {
    kind: text("`tax_id`, `email`, `phone`, or `block: …` for groups too big to compare card by card."),
    value_count: count("Values that are too common."),
    card_count: count("Cards that have one of them."),
  },
});
