import { date, decimal, contract as describe, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.named_settlements", {
  description: "A payment that names an invoice, and what the invoice takes of it.",
  key: ["payment_id"],
  columns: {
    payment_id: id("The payment."),
    invoice_id: id("The invoice it names, which need not be issued."),
    client_id: id("Who paid.").nullable(),
    paid_date: date("Day the money came."),
    currency: text("ISO 4217 code of the payment."),
    payment_amount: money("The whole payment.", { unit: "currency of the row" }),
    amount: money("The whole payment.", { unit: "reporting currency" }).nullable(),
    invoice_rate: decimal(18, 8, "Reporting currency for one unit of the invoice's; empty without a rate.").nullable(),
    offered_amount: money("The payment as the invoice counts it; empty where it cannot be converted.", {
      unit: "currency of the invoice",
    }).nullable(),
    taken_amount: money("What the invoice takes of it.", { unit: "currency of the invoice" }),
    amount_in_currency: money("That part of the payment.", { unit: "currency of the row" }).nullable(),
  },
});
