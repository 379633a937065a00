import { count, date, contract as describe, flag, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.contracts", {
  description: "A contract with a client, and how long it has been held.",
  key: ["contract_id"],
  columns: {
    contract_id: id("The contract."),
    client_id: id("With whom.", { references: "marts.clients.client_id" }).nullable(),
    manager_id: text("Owner of the client today, else `unknown`."),
    region: text("Region of the client, else `unknown`."),
    product_id: id("What it is about.", { references: "marts.products.product_id" }).nullable(),
    name: text("What it is about in words.").nullable(),
    kind: text("Kind of contract, else `unknown`."),
    direction: text("Business direction, else `unknown`."),
    start_date: date("First day."),
    state: text("`active`, `ended`, or `unknown`: called ended by its source, which names no day."),
    ended_date: date("Last day of a contract that has ended.").nullable(),
    term_end_date: date("Last day of the term that runs; empty without an end or when ended.").nullable(),
    renewal_months: count("Length of a term after which it is renewed or ends.", { unit: "months" }).nullable(),
    complete_month_count: count("Whole months from the first day to the last, or to the as-of day.", {
      unit: "months",
    }),
    renewal_count: count("Renewals so far; empty where nothing is renewed.").nullable(),
    is_renewable: flag("Is it held, and will it be renewed if nobody ends it?"),
    currency: text("ISO 4217 code of the contract; the reporting currency where the source names none."),
    has_rate: flag("Could the amount be converted to the reporting currency? Without a rate it is empty."),
    monthly_amount_in_currency: money("What the client pays a month.", { unit: "currency of the row" }).nullable(),
    monthly_amount: money("What the client pays a month, at the rate of the as-of day.", {
      unit: "reporting currency",
    }).nullable(),
    service_due_date: date("Day the next service is due.").nullable(),
    source: text("System the row came from."),
    _file_id: count("File the row came from, as numbered in the ledger."),
    _record: count("Record in that file, from 1."),
  },
});
