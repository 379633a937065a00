import { count, date, contract as describe, double, flag, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.renewal_fits", {
  description: "Renewal by the shifted-beta-geometric model: what it expects of each renewal, seen and ahead.",
  key: ["is_total", "kind", "renewal_number"],
  answers: "Do clients who have renewed before renew more surely, and how many contracts will be held in years?",
  columns: {
    is_total: flag("Is it all kinds together? Then `kind` says `all` and names none."),
    kind: text("Kind of contract; `all` for all of them, `unknown` where the source names none."),
    renewal_number: count("Which renewal, from 1."),
    is_seen: flag("Has a contract come to it yet? What lies ahead is told by the model alone."),
    contract_count: count("Contracts the fit knows: lost, or held beyond a renewal.", { unit: "contracts" }),
    a: double("First parameter of the chance not to renew, which differs between clients as Beta(a, b)."),
    b: double("Second parameter."),
    log_likelihood: double("Logarithm of the likelihood."),
    expected_renewal_rate: double("Chance to renew, of those that came to it.", { unit: "share 0..1" }),
    expected_survival_share: double("Share of all contracts still held after it.", { unit: "share 0..1" }),
    model_version: text("Model and version: changes with formula or settings, not with data."),
    as_of_date: date("Day the numbers speak of."),
    quality_flag: text("`ok`, `low_n` (under 100 contracts), `at_bound` or `not_converged`."),
  },
});
