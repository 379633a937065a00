import { count, date, contract as describe, double, flag, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.alert_periods", {
  description: "What each alert found in each of the newest 36 periods of what it watches.",
  key: ["alert_name", "entity_id", "periods_ago"],
  answers: "When was a figure past its limit?",
  columns: {
    alert_name: text("Name of the alert."),
    entity_id: id("The region or manager; `all` for the company."),
    periods_ago: count("How many periods before the newest: 0 to 35.", { unit: "periods" }),
    period_date: date("First day of the month, or of the wave; empty before the first wave.").nullable(),
    value: double("The figure then.", { unit: "of the measure" }).nullable(),
    quality_flag: text("What is to be known of the figure: `ok`, `low_n`, …").nullable(),
    compared_period_date: date("First day of the period compared with."),
    compared_value: double("The figure of that period.", { unit: "of the measure" }).nullable(),
    change_share: double("Change as a share of it.", { unit: "share, negative when falling" }).nullable(),
    is_comparison: flag("Does the alert watch a change?"),
    state: text("`raised`, `ok`, or `unknown` where there is no figure to judge."),
  },
});
