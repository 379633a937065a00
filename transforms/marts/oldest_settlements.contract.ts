import { date, decimal, contract as describe, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.oldest_settlements", {
  description: "A payment that names no invoice, and an open invoice of the client it settles.",
  key: ["payment_id", "invoice_id"],
  columns: {
    payment_id: id("The payment.", { references: "marts.payments.payment_id" }),
    invoice_id: id("The invoice it settles."),
    client_id: id("Who paid.", { references: "marts.clients.client_id" }).nullable(),
    paid_date: date("Day the money came."),
    currency: text("ISO 4217 code of the payment and of the invoice."),
    amount_in_currency: money("What of the payment settles it.", { unit: "currency of the row" }),
    invoice_rate: decimal(18, 8, "Reporting currency for one unit of the invoice's; empty without a rate.").nullable(),
  },
});
