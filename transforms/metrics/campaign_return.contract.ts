import { count, contract as describe, double, flag, moneySum, text } from "../../ingest/contracts/contract.ts";
import { campaignColumns, creditColumns, responseColumns } from "./campaign_totals.contract.ts";

export const contract = describe("metrics.campaign_return", {
  description:
    "What each campaign cost, how clients responded, the revenue attributed to it, and, with a control group, the revenue it really added.",
  key: ["campaign_id"],
  answers: "Which campaigns paid back? Which of them changed what clients do?",
  columns: {
    ...campaignColumns,
    treated_count: count("Clients assigned to be treated.", { unit: "clients" }),
    control_count: count("Clients held out as control.", { unit: "clients" }),
    ...responseColumns,
    is_cost_complete: flag("Whether fixed and unit cost are both known."),
    cost_amount: moneySum(
      "Fixed cost, cost of what was sent, and discounts; empty where a part is unknown.",
    ).nullable(),
    cost_per_response: double("Cost per client who answered.", { unit: "reporting currency" }).nullable(),
    ...creditColumns,
    roas: double("Attributed revenue per unit of cost.", { unit: "ratio" }).nullable(),
    roi: double("Attributed gross margin less cost, per unit of cost.", { unit: "ratio" }).nullable(),
    window_days: count("Days after assignment in which orders count as an outcome.", { unit: "days" }),
    is_window_closed: flag(
      "Whether that window has ended for everyone assigned; not where a day of assignment is unknown.",
    ),
    treated_conversion_count: count("Treated clients who ordered within the window.", { unit: "clients" }).nullable(),
    control_conversion_count: count("Control clients who ordered within the window.", { unit: "clients" }).nullable(),
    treated_conversion_rate: double("Share of treated clients who ordered, as assigned.", {
      unit: "share 0..1",
    }).nullable(),
    control_conversion_rate: double("Share of control clients who ordered, as assigned.", {
      unit: "share 0..1",
    }).nullable(),
    conversion_lift: double("Treated less control conversion rate: the effect.", { unit: "share -1..1" }).nullable(),
    conversion_lift_lower: double("Lower 95 % limit of the effect (Newcombe).", { unit: "share -1..1" }).nullable(),
    conversion_lift_upper: double("Upper 95 % limit of the effect (Newcombe).", { unit: "share -1..1" }).nullable(),
    treated_average_amount: double("Revenue per treated client, zeros included.", {
      unit: "reporting currency",
    }).nullable(),
    control_average_amount: double("Revenue per control client, zeros included.", {
      unit: "reporting currency",
    }).nullable(),
    incremental_amount: double("Revenue the campaign added: treated clients × difference of the averages.", {
      unit: "reporting currency",
    }).nullable(),
    incremental_lower: double("Its lower 95 % limit (Welch).", { unit: "reporting currency" }).nullable(),
    incremental_upper: double("Its upper 95 % limit (Welch).", { unit: "reporting currency" }).nullable(),
    iroas: double("Incremental revenue per unit of cost.", { unit: "ratio" }).nullable(),
    iroas_lower: double("Its lower 95 % limit, from that of the incremental revenue.", { unit: "ratio" }).nullable(),
    iroas_upper: double("Its upper 95 % limit.", { unit: "ratio" }).nullable(),
    incremental_margin_amount: double(
      "Gross margin the campaign added, before its cost, measured against control; empty where the cost of an order in the window is unknown.",
      { unit: "reporting currency" },
    ).nullable(),
    incremental_margin_lower: double("Its lower 95 % limit (Welch).", { unit: "reporting currency" }).nullable(),
    incremental_margin_upper: double("Its upper 95 % limit.", { unit: "reporting currency" }).nullable(),
    incremental_roi: double("Incremental margin less cost, per unit of cost: below 0 it did not pay.", {
      unit: "ratio",
    }).nullable(),
    incremental_roi_lower: double("Its lower 95 % limit, from that of the incremental margin.", {
      unit: "ratio",
    }).nullable(),
    incremental_roi_upper: double("Its upper 95 % limit.", { unit: "ratio" }).nullable(),
    srm_chi_square: double("How far the sizes of the groups stray from the design.").nullable(),
    srm_p: double("Chance of straying so far if all went as designed.", { unit: "share 0..1" }).nullable(),
    is_srm_failed: flag("Whether they stray too far (p < 0.001): the groups are not comparable and no lift is shown."),
    quality_flag: text("`ok`, `window_open`, `no_control`, `srm_fail`, `low_n` (an arm under 30) or `no_cost`."),
  },
});
