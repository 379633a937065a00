import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.complaints_by_month", {
  description: "Complaints received in a month, by type and responsible manager, as they stood on the as-of day.",
  key: ["month", "complaint_type", "manager_id"],
  answers: "What do clients complain about, and who leaves them waiting?",
  columns: {
    month: date("First day of the month received."),
    complaint_type: text("Type, or `unknown`."),
    manager_id: text("Responsible manager, or `unknown`."),
    opened_count: count("Received in the month."),
    closed_count: count("Of these, closed by the as-of day."),
    open_count: count("Of these, still open."),
    overdue_count: count("Of these, open longer than the settings allow."),
    unanswered_count: count("Of these, without a first answer."),
    within_target_count: count("Of these, closed within the days the settings allow."),
    first_response_hours_p50: double(
      "Median hours to the first answer; the unanswered count as longer than any, so it is empty when half are unanswered.",
      { unit: "hours" },
    ).nullable(),
    resolution_days_p50: double("Median days to closing; open ones count as longer than any.", {
      unit: "days",
    }).nullable(),
    quality_flag: text("`ok`, or `low_n` below 30 complaints."),
    as_of_date: date("Day the numbers speak of."),
  },
});
