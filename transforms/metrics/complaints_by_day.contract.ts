import { count, date, contract as describe, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.complaints_by_day", {
  description: "Complaints received on a day, by type and responsible manager, as they stood on the as-of day.",
  key: ["day", "complaint_type", "manager_id"],
  answers: "Which complaints came these days and weeks, and whose are they?",
  columns: {
    day: date("Day received."),
    month: date("First day of its month."),
    complaint_type: text("Type, or `unknown`."),
    manager_id: text("Responsible manager, or `unknown`."),
    opened_count: count("Received on the day."),
    closed_count: count("Of these, closed by the as-of day."),
    open_count: count("Of these, still open."),
    overdue_count: count("Of these, open longer than the settings allow."),
    unanswered_count: count("Of these, without a first answer."),
    within_target_count: count("Of these, closed within the days the settings allow."),
  },
});
