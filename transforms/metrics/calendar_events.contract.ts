import { count, date, contract as describe, flag, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.calendar_events", {
  description:
    "A birthday, contact, contract end or service of the next days, a contact missed in as many days before, or a service overdue.",
  key: ["event_kind", "event_id"],
  answers: "What is to be done for clients in the next days, and by whom?",
  columns: {
    event_kind: text("`birthday`, `planned_contact`, `missed_contact`, `contract_end` or `service_due`."),
    event_id: id("The client, the contact or the contract."),
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    manager_id: text("Owner of the client today, or who planned the contact; `unknown` where there is none."),
    channel: text("Channel of the contact.").nullable(),
    subject: text("What the contract is about, or its kind.").nullable(),
    monthly_amount: money("What the contract brings a month.", { unit: "reporting currency" }).nullable(),
    is_renewable: flag("Will the contract be renewed if nobody ends it?").nullable(),
    event_date: date("The day; of a birthday, this year's or next year's."),
    days_left: count("Days from the as-of day; below zero for what was missed or is overdue.", { unit: "days" }),
    as_of_date: date("Day the numbers speak of."),
  },
});
