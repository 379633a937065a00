import { contract, count, date, double, flag, id, moneySum, text, timestamp } from "../../ingest/contracts/contract.ts";

export const clientCard = contract("metrics.client_card", {
  description:
    "One row per client: who it is, what it is worth, how it stands. Figures are those of the metrics named after them; what a metric does not know of a client is empty.",
  key: ["client_id"],
  answers: "What must I know of this client before I call?",
  columns: {
    client_id: id("The client.", { references: "marts.clients.client_id" }),
    kind: text("`company` or `person`.").nullable(),
    industry: text("Line of business.").nullable(),
    region: text("Region of the client, else of the manager, else `unknown`."),
    city: text("Town.").nullable(),
    manager_id: id("Owner on the as-of day.", { references: "marts.managers.manager_id" }).nullable(),
    is_opted_out: flag("Did the client ask not to be called or written to? Nothing is offered to it then."),
    opted_out_date: date("Day it asked so, where a source keeps it.").nullable(),
    opted_out_source: text("System whose card says so.").nullable(),
    first_order_date: date("Day of the first valid order.").nullable(),
    last_order_date: date("Day of the last valid order.").nullable(),
    order_count: count("Valid orders of all history.", { unit: "orders" }),
    net_amount: moneySum("Net sales of all history."),
    volume_class: text("Published class of the last complete period, or `none`."),
    previous_class: text("Class published for the period before.").nullable(),
    rfm: text("The three RFM scores side by side; empty without an order in the window.").nullable(),
    rfm_segment: text("RFM segment.").nullable(),
    churn_status: text("`active`, `cooling`, `lapsed` or `unknown`; empty for a client without an order.").nullable(),
    churn_probability: double("Probability of no order in the horizon; empty where the back-test does not allow it.", {
      unit: "probability 0..1",
    }).nullable(),
    probability_basis: text("`model`, `recalibrated`, or `rule`: no probability.").nullable(),
    days_since_last: count("Days since the last order.", { unit: "days" }).nullable(),
    median_gap_days: double("Median days between its orders, own, of its class, or of all.", {
      unit: "days",
    }).nullable(),
    lifetime_value_amount: moneySum("Worth of future orders; empty without a purchase model.").nullable(),
    lifetime_value_decile: count("1 the tenth worth most, to 10.").nullable(),
    lifetime_value_months: count("Months valued.", { unit: "months" }).nullable(),
    profit_from_date: date("First day profit looks at; empty where nothing was sold or done.").nullable(),
    profit_to_date: date("Last day profit looks at.").nullable(),
    profit_net_amount: moneySum("Net sales in these days.").nullable(),
    goods_amount: moneySum("Cost of goods sold in these days; empty when unknown.").nullable(),
    cost_to_serve_amount: moneySum("Deliveries, contacts, complaints and campaigns in these days.").nullable(),
    profit_amount: moneySum("Net sales less goods and cost to serve; empty when no cost of goods is known.").nullable(),
    profit_quality_flag: text("`ok`, `no_cost`, `partial_cost` or `no_unit_costs`.").nullable(),
    open_invoice_count: count("Open invoices; empty where no payment was ever loaded.").nullable(),
    balance_amount: moneySum("All that is open, less credits and unallocated payments.").nullable(),
    overdue_amount: moneySum("Open and past due.").nullable(),
    overdue_days_max: count("Days past due of the oldest.", { unit: "days" }).nullable(),
    complaint_count: count("Complaints of all history; empty where none was ever loaded.", {
      unit: "complaints",
    }).nullable(),
    open_complaint_count: count("Complaints open on the as-of day.", { unit: "complaints" }).nullable(),
    last_contact_at: timestamp("Last contact that took place, by anyone.", { unit: "local time" }).nullable(),
    last_channel: text("Its channel.").nullable(),
    next_contact_at: timestamp("Next contact planned.", { unit: "local time" }).nullable(),
    days_without_contact: count("Days since the last contact, or since it should first have been.", {
      unit: "days",
    }).nullable(),
    contact_severity: text("`ok`, `warn`, `critical`, `planned`, `opted_out` or `none`.").nullable(),
    offer_item_id: id("The item most promising to offer next.").nullable(),
    offer_reason_item_id: id("What the client buys that speaks for it.").nullable(),
    offer_confidence: double("Of baskets with the reason, the share that also holds the offer.", {
      unit: "share 0..1",
    }).nullable(),
    recommendation_score: double("Newest answer to a question from 0 to 10: would you recommend us?", {
      unit: "score",
    }).nullable(),
    recommendation_date: date("Day of that answer.").nullable(),
    as_of_date: date("Day the numbers speak of."),
  },
});

export { clientCard as contract };
