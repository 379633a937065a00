import { contract, flag, id, text } from "./contract.ts";

export const contacts = contract("raw.contacts", {
  description: "A person at a client.",
  key: ["contact_id"],
  columns: {
    contact_id: id("The person in the source system."),
    client_id: id("Where the person works.", { references: "clients.client_id" }),
    name: text("Full name.", { pii: "personal" }).nullable(),
    position: text("Job title.").nullable(),
    phone: text("Telephone number.", { pii: "personal" }).nullable(),
    email: text("E-mail address.", { pii: "personal" }).nullable(),
    is_primary: flag("Is this the person to call first?").nullable(),
  },
});
