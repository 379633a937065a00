import { date, contract as describe, double, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.alert_values", {
  description: "A figure that an alert of the settings watches, period by period.",
  key: ["measure", "dimension", "entity_id", "period_date"],
  answers: "What did a watched figure do, period by period?",
  columns: {
    measure: text("What is watched, as the settings name it: `net_sales`, `on_time_rate`, …"),
    dimension: text("`company`, `region` or `manager`."),
    entity_id: id("The region or manager, or `unknown`; `all` for the company."),
    period_date: date("First day of the month; of the wave of surveys."),
    value: double("The figure.", { unit: "of the measure" }).nullable(),
    quality_flag: text("`ok`, or `low_n`: it rests on few lines, orders, clients or answers."),
  },
});
