import { count, date, contract as describe, text, timestamp } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_contact_months", {
  description: "Contacts of a manager with a client that took place in a month.",
  key: ["month", "client_id", "manager_id"],
  answers: "Who talked with whom, how often?",
  columns: {
    month: date("First day of the month."),
    client_id: text("The client, or `unknown`."),
    manager_id: text("Who did it, or `unknown`."),
    contact_count: count("Contacts; messages within an hour of each other count once."),
    call_count: count("Of these, calls."),
    meeting_count: count("Of these, meetings."),
    visit_count: count("Of these, visits."),
    message_count: count("Of these, messages and letters."),
    outgoing_count: count("Of these, from us to the client."),
    last_contact_at: timestamp("The last of them.", { unit: "local time" }),
  },
});
