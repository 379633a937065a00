import { count, date, contract as describe, double, flag, id, text } from "../../ingest/contracts/contract.ts";

/** Steps of a campaign's funnel: `metrics.campaign_totals` and `metrics.campaign_return` tell them too. */
export const funnelColumns = {
  sent_count: count("Clients something was sent to; empty where its channel records none.", {
    unit: "clients",
  }).nullable(),
  delivered_count: count("Clients it reached; empty where its channel records none.", { unit: "clients" }).nullable(),
  opened_count: count("Clients who opened it; a click proves an opening; empty where its channel records none.", {
    unit: "clients",
  }).nullable(),
  clicked_count: count("Clients who used a link in it; empty where its channel records none.", {
    unit: "clients",
  }).nullable(),
  responder_count: count("Clients who answered; empty where its channel records none.", {
    unit: "clients",
  }).nullable(),
};

export const contract = describe("metrics.campaign_arms", {
  description:
    "The arms of a campaign as assigned, and all treated clients together: what was sent, and what clients bought within the window after assignment.",
  key: ["campaign_id", "arm_kind", "arm"],
  answers: "Did treated clients buy more than those held out?",
  columns: {
    campaign_id: id("The campaign.", { references: "marts.campaigns.campaign_id" }),
    arm_kind: text("`control`, `treated_arm`, or `all_treated` for all treated arms together."),
    arm: text("The arm as its source names it; `treated` for all of them together."),
    control_share: double("Designed share held out as control; empty where none is known.", {
      unit: "share 0..1",
    }).nullable(),
    has_equal_arms: flag("Were several treated arms meant to be of equal size?"),
    assigned_count: count("Clients assigned to the arm.", { unit: "clients" }),
    ...funnelColumns,
    last_assigned_date: date(
      "Day the last client of the arm was assigned; empty where any such day is unknown.",
    ).nullable(),
    conversion_count: count("Clients with a valid order within the window.", { unit: "clients" }),
    conversion_rate: double("Their share of the clients assigned.", { unit: "share 0..1" }),
    conversion_lower: double("Lower 95 % limit (Wilson).", { unit: "share 0..1" }),
    conversion_upper: double("Upper 95 % limit (Wilson).", { unit: "share 0..1" }),
    average_amount: double("Revenue within the window per client assigned, zeros included.", {
      unit: "reporting currency",
    }),
    amount_variance: double("Sample variance of that revenue; empty for a single client.", {
      unit: "reporting currency, squared",
    }).nullable(),
    average_margin_amount: double(
      "Gross margin within the window per client assigned, zeros included; empty where the cost of an order is unknown.",
      { unit: "reporting currency" },
    ).nullable(),
    margin_variance: double("Sample variance of that margin; empty for a single client.", {
      unit: "reporting currency, squared",
    }).nullable(),
  },
});
