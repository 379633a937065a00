import { count, date, contract as describe, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.paid_claims", {
  description: "A payment and an invoice it settles, and how late it came: a view, kept in no table.",
  key: ["payment_id", "invoice_id"],
  answers: "How late was this money?",
  columns: {
    payment_id: id("The payment."),
    invoice_id: id("The invoice; no credit note, and none without a due day."),
    client_id: id("Who was invoiced.").nullable(),
    manager_id: id("Manager of the invoice, or `unknown`."),
    region: text("Region of the invoice, or `unknown`."),
    issued_date: date("Day of the invoice."),
    paid_date: date("Day the money came."),
    delay_days: count("Days from due to paid; negative when early.", { unit: "days" }),
    settled_amount: money("What the payment settles, at the rate of the invoice; empty without a rate.").nullable(),
  },
});
