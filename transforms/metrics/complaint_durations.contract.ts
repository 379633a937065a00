import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.complaint_durations", {
  description: "Working hours to the first answer or the resolution, what is open counted with the hours so far.",
  key: ["step", "dimension", "entity_id"],
  answers: "How long do clients wait for an answer, and for a solution?",
  columns: {
    step: text("`first_response` or `resolution`."),
    dimension: text("`all`, `type` or `manager` of the 365 days to the as-of day; `month` received of all."),
    entity_id: text("`all`, the type, the responsible manager, or the first day of the month."),
    complaint_count: count("Complaints."),
    open_count: count("Of these, still unanswered or open."),
    hours_p50: double("Working hours by which half had it (Kaplan–Meier).", { unit: "hours" }).nullable(),
    hours_p90: double("Working hours by which nine tenths had it (Kaplan–Meier).", { unit: "hours" }).nullable(),
    quality_flag: text("`ok`; `low_n` below 30 complaints; `mostly_open` while no half can be told."),
    as_of_date: date("Day the numbers speak of."),
  },
});
