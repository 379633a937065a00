import { count, date, contract as describe, double, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.manager_activity_by_month", {
  description: "What a manager did with clients in a month, and how much of the portfolio was reached.",
  key: ["month", "manager_id"],
  answers: "Who talks with clients, and whose clients nobody talks with?",
  columns: {
    month: date("First day of the month."),
    manager_id: text("The manager, or `unknown` where nobody is named."),
    contact_count: count("Contacts that took place: calls, meetings, visits, messages between people."),
    call_count: count("Of these, calls."),
    meeting_count: count("Of these, meetings."),
    visit_count: count("Of these, visits."),
    message_count: count("Of these, messages and letters."),
    outgoing_count: count("Of these, from us to the client."),
    contacted_client_count: count("Clients the manager reached."),
    assigned_client_count: count("Clients of the manager at the end of the month, or on the as-of day."),
    covered_client_count: count("Of these, reached in the month by anyone."),
    planned_count: count("Contacts planned for the month, up to the as-of day."),
    missed_count: count("Of these, not done."),
    working_day_count: count("Working days of the month while employed and not away.", { unit: "days" }),
    absent_day_count: count("Working days away: leave, illness.", { unit: "days" }),
    gap_day_count: count("Working days without any contact of the whole company, where five a day are usual.", {
      unit: "days",
    }),
    portfolio_net_amount: moneySum("Net sales of the manager's clients in the month, for context."),
    coverage_share: double("Covered over assigned.", { unit: "share 0..1" }).nullable(),
    contacts_per_working_day: double("Contacts per working day.", { unit: "contacts per day" }).nullable(),
    outgoing_share: double("Outgoing over all contacts.", { unit: "share 0..1" }).nullable(),
    meeting_share: double("Meetings and visits over all contacts.", { unit: "share 0..1" }).nullable(),
    quality_flag: text("`ok`; `data_gap` when days are missing; `no_portfolio`; `low_n` below 30 clients."),
    as_of_date: date("Day the numbers speak of."),
  },
});
