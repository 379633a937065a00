import { count, date, contract as describe, flag, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.invoices", {
  description: "A claim for payment.",
  key: ["invoice_id"],
  columns: {
    invoice_id: id("The invoice."),
    order_id: id("Order invoiced.").nullable(),
    client_id: id("Who owes: named on the invoice, else the client of the order.", {
      references: "marts.clients.client_id",
    }).nullable(),
    manager_id: text("Manager of its order, else the client's manager today, else `unknown`."),
    region: text("Region of its order, else of the client, else `unknown`."),
    issued_date: date("Day of issue."),
    due_date: date("Day payment is due.").nullable(),
    currency: text("ISO 4217 code of the document; the reporting currency where the source names none."),
    has_rate: flag("Could the amount be converted to the reporting currency? Without a rate amounts are empty."),
    amount_in_currency: money("Invoice total; negative for a credit note.", { unit: "currency of the row" }),
    open_in_currency: money("Invoice less what settles it.", { unit: "currency of the row" }),
    amount: money("Invoice total.", { unit: "reporting currency" }).nullable(),
    paid_amount: money("What payments settle of it up to the as-of day (marts.payment_allocations).", {
      unit: "reporting currency",
    }).nullable(),
    open_amount: money("Invoice less what settles it.", { unit: "reporting currency" }).nullable(),
    last_paid_date: date("Day of the last payment.").nullable(),
    overdue_days: count("Days past due on the as-of day while open; else 0.", { unit: "days" }),
    source: text("System the row came from."),
    _file_id: count("File the row came from, as numbered in the ledger."),
    _record: count("Record in that file, from 1."),
  },
});
