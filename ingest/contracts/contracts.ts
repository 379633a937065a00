import { contract, count, date, id, money, text } from "./contract.ts";

export const contracts = contract("raw.contracts", {
  description:
    "A contract with a client that runs for a time: a subscription, a frame contract, the service of equipment.",
  key: ["contract_id"],
  checks: [
    { sql: "end_date is null or end_date >= start_date", message: "a term ends on its first day at the earliest" },
    { sql: "renewal_months is null or renewal_months > 0", message: "a term has at least a month" },
  ],
  columns: {
    contract_id: id("The contract in the source system."),
    client_id: id("With whom.", { references: "clients.client_id" }).nullable(),
    product_id: id("What it is about.", { references: "products.product_id" }).nullable(),
    name: text("What it is about in words, such as the equipment served.").nullable(),
    kind: text("Kind of contract: `subscription`, `frame`, `service`, …").nullable(),
    direction: text("Business direction.").nullable(),
    start_date: date("First day."),
    end_date: date("Last day of the term the source knows; empty for a contract without an end.").nullable(),
    renewal_months: count("Length of a term after which it is renewed or ends; empty where nothing is renewed.", {
      unit: "months",
    }).nullable(),
    monthly_amount: money("What the client pays a month.", { unit: "currency of the row" }).nullable(),
    currency: text("ISO 4217 code; empty means the reporting currency.").nullable(),
    status: text("`active`, `ended` or `cancelled`; empty counts as active.").nullable(),
    cancelled_date: date("Last day of a contract that was cancelled.").nullable(),
    service_due_date: date("Day the next service is due.").nullable(),
  },
});
