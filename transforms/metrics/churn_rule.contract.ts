import { count, date, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_rule", {
  description: "From how many own gaps without an order a client is cooling or lapsed.",
  key: ["as_of_date"],
  answers: "How long may a client be silent before it is lost?",
  columns: {
    as_of_date: date("Day the numbers speak of."),
    active_ratio: double("Active up to so many gaps.", { unit: "gaps" }),
    lapsed_ratio: double("Lapsed beyond so many.", { unit: "gaps" }),
    lapsed_basis: text("`backtest` (the smallest that reaches the precision asked for), `settings` or `default`."),
    lapsed_after_days: count("Lapsed beyond so many days in any case.", { unit: "days" }),
    lapsed_precision: double("Share of the lapsed of the three cut-offs that did not order.", {
      unit: "share 0..1",
    }).nullable(),
    lapsed_recall: double("Share of those who did not order that it calls lapsed.", { unit: "share 0..1" }).nullable(),
    lapsed_client_count: count("Lapsed clients over the three cut-offs.", { unit: "clients" }),
  },
});
