import { count, date, contract as describe, double, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.receivables_by_month", {
  description: "Receivables at the end of a month and how many days of sales they are, for all, a region or a manager.",
  key: ["month", "dimension", "entity_id"],
  answers: "How long does our money stay with clients? Do we collect what is due?",
  columns: {
    month: date("First day of the month; the running one ends on the as-of day."),
    dimension: text("`all`, `region` or `manager` (of the order invoiced)."),
    entity_id: text("`all`, the region or the manager; `unknown` where there is none."),
    invoice_count: count("Invoices of the twelve months to the end of this one."),
    invoiced_amount: moneySum("Invoices of the month less credit notes: credit sales."),
    balance_amount: moneySum("Receivables at the end: invoices less all payments, allocated or not."),
    overdue_amount: moneySum("Of these, past due."),
    current_amount: moneySum("The rest: not due yet, less credits and unallocated payments."),
    sales_amount: moneySum("Credit sales of the twelve months to the end, or of as many as there are."),
    sales_days: count("Days of these months.", { unit: "days" }),
    dso_days: double("Days sales outstanding, simple: balance ÷ sales × days.", { unit: "days" }).nullable(),
    dso_count_back_days: double("Days sales outstanding, counted back month by month.", { unit: "days" }).nullable(),
    best_possible_dso_days: double("What it would be if nothing were past due.", { unit: "days" }).nullable(),
    delinquent_days: double("Average days delinquent: simple less best possible.", { unit: "days" }).nullable(),
    collection_effectiveness: double(
      "Collection effectiveness index: what was collected of what could have been, from (opening + sales − closing) ÷ (opening + sales − closing current).",
      { unit: "percent" },
    ).nullable(),
    quality_flag: text(
      "`ok`; `low_n` below 30 invoices; `credit_balance` when clients are owed; `no_sales`; `insufficient_history` below twelve months or when the balance exceeds all sales known.",
    ),
    is_complete: flag("Is the month over on the as-of day?"),
    as_of_date: date("Day the numbers speak of."),
  },
});
