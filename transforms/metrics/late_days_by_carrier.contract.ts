import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.late_days_by_carrier", {
  description: "A carrier and how late its late lines are.",
  key: ["carrier"],
  answers: "Which carrier is late, and by how much?",
  columns: {
    carrier: text("Carrier, `several`, or `unknown`."),
    lines_due_count: count("Lines due, but for those cancelled by the supplier."),
    late_line_count: count("Lines late beyond the tolerance, delivered or not."),
    undelivered_line_count: count("Of these, still undelivered: their days count up to the as-of day and will grow."),
    late_rate: double("Late over due.", { unit: "share 0..1" }).nullable(),
    late_days_p50: double("Median days late of late lines.", { unit: "days" }).nullable(),
    late_days_p90: double("90th percentile (type 7).", { unit: "days" }).nullable(),
    late_days_max: count("Longest.", { unit: "days" }).nullable(),
    quality_flag: text("`ok`, or `low_n` below 30 late lines."),
    as_of_date: date("Day the numbers speak of."),
  },
});
