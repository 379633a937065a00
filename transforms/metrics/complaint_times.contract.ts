import {
  count,
  date,
  contract as describe,
  double,
  flag,
  id,
  text,
  timestamp,
} from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.complaint_times", {
  description: "A complaint and the working hours it took, held against the targets of its type.",
  key: ["complaint_id"],
  answers: "Which complaints broke their promise, and which are about to?",
  columns: {
    complaint_id: id("The complaint."),
    client_id: id("Who complained.", { references: "marts.clients.client_id" }).nullable(),
    order_id: id("Order complained about.").nullable(),
    complaint_type: text("Type, or `unknown`."),
    severity: text("`low`, `medium`, `high`.").nullable(),
    manager_id: text("Responsible manager, or `unknown`."),
    opened_at: timestamp("When it was received.", { unit: "local time" }),
    opened_month: date("First day of the month it was received."),
    is_open: flag("Open on the as-of day?"),
    is_overdue: flag("Open for more days than the settings allow?"),
    age_days: count("Days from opening to closing, or to the as-of day.", { unit: "days" }),
    is_answered: flag("Did the client get an answer by the as-of day?"),
    first_response_hours: double(
      "Working hours to the first answer, or so far; empty where answer or closing are before the opening.",
      { unit: "hours" },
    ).nullable(),
    first_response_target_hours: double("Target for its type.", { unit: "hours" }),
    first_response_state: text("`met`, `breached` (late, or unanswered past the target), `pending`, or `unknown`."),
    resolution_hours: double("Working hours to closing, or so far, less those spent waiting for the client.", {
      unit: "hours",
    }).nullable(),
    resolution_target_hours: double("Target for its type.", { unit: "hours" }),
    resolution_state: text("`met`, `breached`, `pending`, or `unknown`."),
    as_of_date: date("Day the numbers speak of."),
  },
});
