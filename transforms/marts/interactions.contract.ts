import { date, contract as describe, double, flag, id, text, timestamp } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.interactions", {
  description: "A call, visit, meeting or message.",
  key: ["interaction_id"],
  columns: {
    interaction_id: id("The event."),
    client_id: id("With whom.", { references: "marts.clients.client_id" }).nullable(),
    contact_id: id("Person spoken to.").nullable(),
    manager_id: id("Who did it.", { references: "marts.managers.manager_id" }).nullable(),
    channel: text("`call`, `meeting`, `visit`, `message`, `email`."),
    direction: text("`in` or `out`.").nullable(),
    planned_at: timestamp("When it is or was planned.", { unit: "local time" }).nullable(),
    done_at: timestamp("When it took place.", { unit: "local time" }).nullable(),
    done_utc_at: timestamp("The same instant, for what elapses between two.", { unit: "UTC" }).nullable(),
    done_date: date("Day it took place.").nullable(),
    duration_minutes: double("How long it took.", { unit: "minutes" }).nullable(),
    is_automatic: flag("A bulk mailing or robot, not a person."),
    is_done: flag("Did it take place by the as-of day?"),
    is_contact: flag("Did a person talk with or write to the client by the as-of day: done, and no bulk mailing?"),
    is_missed: flag("Planned before the as-of day and not done?"),
    subject: text("What it was about.", { pii: "personal" }).nullable(),
    result: text("What came of it.").nullable(),
    source: text("System the row came from."),
  },
});
