import { count, date, contract as describe, double, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_by_status", {
  description: "Clients by churn status and what is at stake.",
  key: ["status"],
  answers: "How many clients are cooling down, and how much revenue with them?",
  columns: {
    as_of_date: date("Day the numbers speak of."),
    status: text("`active`, `cooling`, `lapsed` or `unknown`."),
    client_count: count("Clients.", { unit: "clients" }),
    recent_amount: moneySum("Their net sales of the last four horizons."),
    amount_at_risk: moneySum("Those sales times the churn probability.").nullable(),
    average_churn_probability: double("Mean probability of no order in the horizon.", {
      unit: "probability 0..1",
    }).nullable(),
    troubled_client_count: count("Clients with a complaint, a late line or an overdue invoice.", { unit: "clients" }),
  },
});
