import { count, date, contract as describe, flag, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.payments", {
  description: "Money received.",
  key: ["payment_id"],
  columns: {
    payment_id: id("The payment."),
    invoice_id: id("Invoice settled; empty while unallocated.").nullable(),
    client_id: id("Who paid: named on the payment, else the client of the invoice.", {
      references: "marts.clients.client_id",
    }).nullable(),
    paid_date: date("Day the money came."),
    currency: text("ISO 4217 code of the document; the reporting currency where the source names none."),
    has_rate: flag("Could the amount be converted to the reporting currency? Without a rate amounts are empty."),
    amount_in_currency: money("Amount received; negative for a refund.", { unit: "currency of the row" }),
    amount: money("Amount received; negative for a refund.", { unit: "reporting currency" }).nullable(),
    source: text("System the row came from."),
    _file_id: count("File the row came from, as numbered in the ledger."),
    _record: count("Record in that file, from 1."),
  },
});
