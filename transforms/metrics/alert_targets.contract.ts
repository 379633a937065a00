import { date, contract as describe, double, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.alert_targets", {
  description: "The company, regions or managers each alert of the settings watches, and the newest month it looks at.",
  key: ["alert_name", "entity_id"],
  answers: "Whom does an alert watch?",
  columns: {
    alert_name: text("Name of the alert."),
    entity_id: id("The region or manager; `all` for the company."),
    measure: text("What is watched: `net_sales`, `on_time_rate`, …"),
    dimension: text("`company`, `region` or `manager`."),
    rule: text("`above`, `below`, `rises`, `falls`, `changes` or `missing`."),
    limit_value: double("The limit: of the figure, or of its change as a share; empty for `missing`.", {
      unit: "of the measure, or share",
    }).nullable(),
    compared_with: text("`previous` or `year_before`."),
    period_kind: text("`month`, or `wave` for what surveys tell."),
    newest_month: date("First day of the last complete month, or of the running one for figures that stand."),
  },
});
