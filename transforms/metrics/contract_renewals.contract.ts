import { count, date, contract as describe, double, flag, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.contract_renewals", {
  description: "The first, second, … renewal of contracts: how many came to it, and how many renewed.",
  key: ["is_total", "kind", "renewal_number"],
  answers: "How many contracts are renewed the first, second, … time?",
  columns: {
    is_total: flag("Is it all kinds together? Then `kind` says `all` and names none."),
    kind: text("Kind of contract; `all` for all of them, `unknown` where the source names none."),
    renewal_number: count("Which renewal, from 1."),
    as_of_date: date("Day the numbers speak of."),
    due_count: count("Contracts that came to it: renewed or lost.", { unit: "contracts" }),
    renewed_count: count("Of them, renewed.", { unit: "contracts" }),
    lost_count: count("Of them, ended at it or in the term before.", { unit: "contracts" }),
    held_count: count("Of the renewed, running their next term now.", { unit: "contracts" }),
    renewal_rate: double("Renewed of those that came to it.", { unit: "share 0..1" }).nullable(),
    renewal_rate_low: double("Lower limit (Wilson, 95 %).", { unit: "share 0..1" }).nullable(),
    renewal_rate_high: double("Upper limit.", { unit: "share 0..1" }).nullable(),
    quality_flag: text("`ok` or `low_n` (under 30 due)."),
  },
});
