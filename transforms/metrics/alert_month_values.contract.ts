import { date, contract as describe, double, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.alert_month_values", {
  description: "A figure of complete months that an alert of the settings watches, month by month.",
  key: ["measure", "dimension", "entity_id", "month"],
  answers: "What did a watched figure do, month by month?",
  columns: {
    measure: text("What is watched, as the settings name it: `net_sales`, `on_time_rate`, …"),
    dimension: text("`company`, `region` or `manager`."),
    entity_id: id("The region or manager, or `unknown`; `all` for the company."),
    month: date("First day of the month."),
    value: double("The figure.", { unit: "of the measure" }).nullable(),
    quality_flag: text("`ok`, or `low_n`: it rests on few lines, orders or clients."),
  },
});
