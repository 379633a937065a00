import { date, contract as describe, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.payment_allocations", {
  description: "A payment and what it settles: an invoice, or nothing yet.",
  key: ["payment_id", "allocated_to"],
  columns: {
    payment_id: id("The payment.", { references: "marts.payments.payment_id" }),
    allocated_to: text("The invoice settled, or `unallocated`."),
    invoice_id: id("The invoice settled; empty for what is unallocated.", {
      references: "marts.invoices.invoice_id",
    }).nullable(),
    client_id: id("Who paid.", { references: "marts.clients.client_id" }).nullable(),
    paid_date: date("Day the money came."),
    currency: text("ISO 4217 code of the payment."),
    basis: text("`named` by the payment, the client's `oldest` open invoice, or `unallocated`."),
    amount_in_currency: money("This part of the payment.", { unit: "currency of the row" }),
    settled_in_currency: money("What it settles, in the currency of the invoice.", {
      unit: "currency of the invoice",
    }).nullable(),
    settled_amount: money("What it settles, at the rate of the invoice; empty without a rate.", {
      unit: "reporting currency",
    }).nullable(),
    unallocated_amount: money("What is left unallocated, at the rate of the payment's day.", {
      unit: "reporting currency",
    }).nullable(),
  },
});
