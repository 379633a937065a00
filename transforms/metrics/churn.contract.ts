import {
  count,
  date,
  contract as describe,
  double,
  flag,
  id,
  moneySum,
  text,
} from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn", {
  description:
    "A client that ever bought: its churn status, the probability that it does not order in the horizon, and what may have driven it away.",
  key: ["client_id"],
  answers: "Which clients are we losing, and whom should we call first?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    as_of_date: date("Day the numbers speak of."),
    status: text("`active`, `cooling` or `lapsed` by its own rhythm; `unknown` while nobody has bought twice."),
    volume_class: text("Published class, or `none`."),
    repeat_count: count("Purchase days after the first.", { unit: "purchases" }),
    first_purchase_date: date("Day of the first valid order."),
    last_purchase_date: date("Day of the last valid order."),
    days_since_last: count("Days since then.", { unit: "days" }),
    age_days: count("Days since the first.", { unit: "days" }),
    gap_count: count("Own gaps known.", { unit: "gaps" }),
    median_gap_days: double("Median gap: own, of the class, or of all.", { unit: "days" }).nullable(),
    gap_source: text("`own`, `class`, `population` or `none`."),
    overdue_ratio: double("Days since the last order, planned closures left out, in median gaps.", {
      unit: "gaps",
    }).nullable(),
    active_ratio: double("Active up to this ratio.", { unit: "gaps" }),
    lapsed_ratio: double("Lapsed beyond this ratio.", { unit: "gaps" }),
    is_seasonal: flag("Does it buy by the season?"),
    is_off_season: flag("Was it as silent in the same days of last year? Then it counts as active."),
    alive_probability: double("Probability not to have left: an explanation, never the score.", {
      unit: "probability 0..1",
    }).nullable(),
    order_probability: double("Probability of an order in the horizon; empty where the back-test does not allow it.", {
      unit: "probability 0..1",
    }).nullable(),
    churn_probability: double("Probability of no order in the horizon: the churn score.", {
      unit: "probability 0..1",
    }).nullable(),
    probability_basis: text("`model`, `recalibrated`, or `rule`: no probability."),
    model: text("`mbg` or `bg`.").nullable(),
    model_version: text("Model and version: changes with formula or settings, not with data."),
    fit_basis: text(
      "`cohort`: the model was fitted to the clients first won in the same year, which tells more; `pooled`: to all. Empty without a fit.",
    ).nullable(),
    fitted_client_count: count("Clients the model was fitted on.", { unit: "clients" }).nullable(),
    expected_order_count: double("Purchases expected in the horizon.", { unit: "purchases" }).nullable(),
    recent_amount: moneySum("Net sales of the last four horizons."),
    amount_at_risk: moneySum("Those sales times the churn probability.").nullable(),
    complaint_count: count("Complaints received in twelve months.", { unit: "complaints" }),
    open_complaint_count: count("Complaints open on the as-of day.", { unit: "complaints" }),
    due_line_count: count("Order lines due in twelve months.", { unit: "order lines" }),
    late_line_count: count("Of them, later than the tolerance of the settings allows.", { unit: "order lines" }),
    late_line_share: double("Their share.", { unit: "share 0..1" }).nullable(),
    average_payment_delay_days: double(
      "Mean days from due to payment, twelve months, by amount; negative when early.",
      {
        unit: "days",
      },
    ).nullable(),
    overdue_amount: moneySum("Open and past due."),
    quality_flag: text(
      "`ok`; `low_n`: no rhythm of its own; `fallback`: status only; `insufficient_history`: neither; else the flag of the fit.",
    ),
  },
});
