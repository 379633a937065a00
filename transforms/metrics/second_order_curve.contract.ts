import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.second_order_curve", {
  description: "A day after the first order, and the share of clients that has ordered again by then.",
  key: ["day_number"],
  answers: "How long does it take until a new client orders again?",
  columns: {
    day_number: count("Days after the first order.", { unit: "days" }),
    as_of_date: date("Day the numbers speak of."),
    at_risk_count: count("Clients watched so long without a second order.", { unit: "clients" }),
    second_order_count: count("Of them, ordering again on that day.", { unit: "clients" }),
    censored_count: count("Of them, last seen waiting.", { unit: "clients" }),
    waiting_share: double("Share that has not ordered again (Kaplan–Meier).", { unit: "share 0..1" }),
    returned_share: double("Share that has.", { unit: "share 0..1" }),
    returned_share_low: double("Lower limit, 95 %.", { unit: "share 0..1" }).nullable(),
    returned_share_high: double("Upper limit.", { unit: "share 0..1" }).nullable(),
    quality_flag: text("`ok` or `low_n` (under 30 at risk)."),
  },
});
