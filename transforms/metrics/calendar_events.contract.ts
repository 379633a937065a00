import { count, date, contract as describe, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.calendar_events", {
  description: "A birthday or contact of the next days, or a contact missed in as many days before.",
  key: ["event_kind", "event_id"],
  answers: "What is to be done for clients in the next days, and by whom?",
  columns: {
    event_kind: text("`birthday`, `planned_contact` or `missed_contact`."),
    event_id: id("The client or the contact."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    manager_id: text("Owner of the client today, or who planned the contact; `unknown` where there is none."),
    channel: text("Channel of the contact.").nullable(),
    event_date: date("The day; of a birthday, this year's or next year's."),
    days_left: count("Days from the as-of day; below zero for what was missed.", { unit: "days" }),
    as_of_date: date("Day the numbers speak of."),
  },
});
