import { count, date, contract as describe, double, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.client_receivables", {
  description: "What a client owes on the as-of day, and how it pays.",
  key: ["client_id"],
  answers: "Whom do we remind to pay today, and who does it?",
  columns: {
    client_id: text("Client, or `unknown`."),
    manager_id: text("Owner of the client today, or `unknown`."),
    region: text("Region of the client, or `unknown`."),
    invoice_count: count("Invoices ever issued to it."),
    open_count: count("Open invoices."),
    overdue_count: count("Of these, past due."),
    overdue_days_max: count("Days past due of the oldest.", { unit: "days" }),
    overdue_amount: moneySum("Open and past due."),
    days_over_90_amount: moneySum("Of this, more than 90 days."),
    credit_amount: moneySum("Credit notes and payments that settle nothing yet, below zero."),
    balance_amount: moneySum("All that is open, less credits and unallocated payments."),
    sales_amount: moneySum("Invoiced in the months that began in the last 365 days."),
    dso_days: double("Balance over these sales, times the days from the first of these months.", {
      unit: "days",
    }).nullable(),
    delay_days_weighted: double(
      "Mean days from due day to payment of what was paid, weighted by amount; what is overdue stands beside it.",
      { unit: "days" },
    ).nullable(),
    quality_flag: text("`ok`; `low_n` below 30 invoices; `no_rate` when documents could not be converted."),
    as_of_date: date("Day the numbers speak of."),
  },
});
