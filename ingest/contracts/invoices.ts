import { contract, date, id, money, text } from "./contract.ts";

export const invoices = contract("raw.invoices", {
  description: "A claim for payment.",
  key: ["invoice_id"],
  columns: {
    invoice_id: id("The invoice in the source system."),
    order_id: id("Order invoiced.", { references: "orders.order_id" }).nullable(),
    client_id: id("Who owes.", { references: "clients.client_id" }).nullable(),
    issued_date: date("Day of issue."),
    due_date: date("Day payment is due.").nullable(),
    amount: money("Invoice total.", { unit: "currency of the row" }),
    currency: text("ISO 4217 code; empty means the reporting currency.").nullable(),
  },
});
