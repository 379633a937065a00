import { contract as describe, flag, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.contacts", {
  description: "A person at a client.",
  key: ["contact_id"],
  columns: {
    contact_id: id("The person."),
    client_id: id("Where the person works.", { references: "marts.clients.client_id" }),
    name: text("Full name.", { pii: "personal" }).nullable(),
    position: text("Job title.").nullable(),
    phone: text("Telephone number.", { pii: "personal" }).nullable(),
    email: text("E-mail address.", { pii: "personal" }).nullable(),
    is_primary: flag("Is this the person to call first? No where the source does not say."),
    source: text("System the row came from."),
  },
});
