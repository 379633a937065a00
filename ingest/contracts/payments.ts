import { contract, date, id, money, text } from "./contract.ts";

export const payments = contract("raw.payments", {
  description: "Money received, against an invoice or not.",
  key: ["payment_id"],
  columns: {
    payment_id: id("The payment in the source system."),
    invoice_id: id("Invoice settled; empty while unallocated.", { references: "invoices.invoice_id" }).nullable(),
    client_id: id("Who paid.", { references: "clients.client_id" }).nullable(),
    paid_date: date("Day the money came."),
    amount: money("Amount received; negative for a refund.", { unit: "currency of the row" }),
    currency: text("ISO 4217 code; empty means the reporting currency.").nullable(),
  },
});
