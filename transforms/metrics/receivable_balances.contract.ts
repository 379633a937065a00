import { count, date, contract as describe, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.receivable_balances", {
  description:
    "What clients owe at the end of a month, and what was sold to them until then, for all, a region or a manager.",
  key: ["month", "dimension", "entity_id"],
  answers: "What do clients owe us at the end of each month?",
  columns: {
    month: date("First day of the month; the running one ends on the as-of day."),
    dimension: text("`all`, `region` or `manager` (of the order invoiced)."),
    entity_id: text("`all`, the region or the manager; `unknown` where there is none."),
    day_count: count("Days of the month so far.", { unit: "days" }),
    invoiced_amount: moneySum("Invoices of the month less credit notes: credit sales."),
    balance_change: moneySum("Invoices of the month less all its payments, allocated or not."),
    balance_amount: moneySum("Receivables at the end: invoices less all payments, allocated or not."),
    overdue_amount: moneySum("Of these, past due."),
    invoiced_so_far: moneySum("Credit sales since the entity's first month."),
    days_so_far: count("Days since then.", { unit: "days" }),
    sales_amount: moneySum("Credit sales of the twelve months to the end, or of as many as there are."),
    sales_days: count("Days of these months.", { unit: "days" }),
    invoice_count: count("Invoices of these months."),
    sales_month_count: count("How many months these are: twelve, or fewer.", { unit: "months" }),
  },
});
