import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.sla_by_month", {
  description:
    "Complaints received in a month, by type and responsible manager, held against targets in working hours.",
  key: ["month", "complaint_type", "manager_id"],
  answers: "Do we answer and solve in the time we promise?",
  columns: {
    month: date("First day of the month received."),
    complaint_type: text("Type, or `unknown`."),
    manager_id: text("Responsible manager, or `unknown`."),
    complaint_count: count("Complaints received."),
    first_response_met_count: count("Answered within the target."),
    first_response_breached_count: count("Answered late, or unanswered with the target passed."),
    first_response_pending_count: count("Unanswered and still within the target."),
    resolution_met_count: count("Closed within the target."),
    resolution_breached_count: count("Closed late, or open with the target passed."),
    resolution_pending_count: count("Open and still within the target."),
    unknown_count: count("Answer or closing before the opening: no time is known."),
    first_response_met_share: double("Answered in time ÷ (in time + not in time); pending ones wait.", {
      unit: "share 0..1",
    }).nullable(),
    resolution_met_share: double("Closed in time ÷ (in time + not in time); pending ones wait.", {
      unit: "share 0..1",
    }).nullable(),
    quality_flag: text("`ok`, or `low_n` below 30 complaints."),
    as_of_date: date("Day the numbers speak of."),
  },
});
