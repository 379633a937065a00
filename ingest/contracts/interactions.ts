import { contract, double, flag, id, text, timestamp } from "./contract.ts";

export const interactions = contract("raw.interactions", {
  description: "A call, visit, meeting or message.",
  key: ["interaction_id"],
  columns: {
    interaction_id: id("The event in the source system."),
    client_id: id("With whom.", { references: "clients.client_id" }).nullable(),
    contact_id: id("Person spoken to.", { references: "contacts.contact_id" }).nullable(),
    manager_id: id("Who did it.", { references: "managers.manager_id" }).nullable(),
    channel: text("`call`, `meeting`, `visit`, `message`, `email`."),
    direction: text("`in` or `out`.").nullable(),
    planned_at: timestamp("When it is or was planned.", { unit: "UTC" }).nullable(),
    done_at: timestamp("When it took place; empty while planned or missed.", { unit: "UTC" }).nullable(),
    duration_minutes: double("How long it took.", { unit: "minutes" }).nullable(),
    is_automatic: flag("A bulk mailing or robot, not a person.").nullable(),
    subject: text("What it was about.", { pii: "personal" }).nullable(),
    result: text("What came of it.").nullable(),
  },
});
