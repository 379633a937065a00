import { count, date, contract as describe, double, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.alerts", {
  description: "Alerts of the settings: what each found in the newest figure of what it watches.",
  key: ["alert_name", "entity_id"],
  answers: "What went past its limit, and since when?",
  columns: {
    position: count("Place of the alert in the settings, from 1."),
    alert_name: text("Name of the alert."),
    measure: text("What is watched: `net_sales`, `on_time_rate`, …"),
    dimension: text("`company`, `region` or `manager`."),
    entity_id: id("The region or manager; `all` for the company."),
    region: text("The region, where it is of one.").nullable(),
    manager_id: id("The manager, where it is of one.").nullable(),
    entity_name: text("Name of the region or manager; empty for the company.").nullable(),
    rule: text("`above`, `below`, `rises`, `falls`, `changes` or `missing`."),
    limit_value: double("The limit: of the figure, or of its change as a share; empty for `missing`.", {
      unit: "of the measure, or share",
    }).nullable(),
    compared_with: text("`previous` or `year_before`, where a change is watched.").nullable(),
    severity: text("`warning` or `critical`."),
    period_date: date(
      "First day of the newest month, complete unless the figure is one that stands; of the newest wave.",
    ).nullable(),
    value: double("The figure then.", { unit: "of the measure" }).nullable(),
    compared_period_date: date("First day of the period compared with.").nullable(),
    compared_value: double("The figure of that period.", { unit: "of the measure" }).nullable(),
    change_share: double("Change as a share of it.", { unit: "share, negative when falling" }).nullable(),
    state: text("`raised`, `ok`, or `unknown` where there is no figure to judge."),
    since_date: date("First period of those that followed each other in this state.").nullable(),
    period_count: count("How many they are, 36 at most.", { unit: "periods" }).nullable(),
    quality_flag: text(
      "`ok`; `low_n`: few cases; `no_value`: the newest period has no figure; `no_comparison`: the other has none, or zero; `no_figures`: there never was one.",
    ),
    as_of_date: date("Day the numbers speak of."),
  },
});
