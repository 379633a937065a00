import { count, date, contract as describe, double, flag, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.contract_survival", {
  description: "A month after the first day of a contract, and the share of contracts held for longer.",
  key: ["is_total", "kind", "month_number"],
  answers: "How long do clients keep a contract?",
  columns: {
    is_total: flag("Is it all kinds together? Then `kind` says `all` and names none."),
    kind: text("Kind of contract; `all` for all of them, `unknown` where the source names none."),
    month_number: count("Months after the first day; 1 is the first month.", { unit: "months" }),
    as_of_date: date("Day the numbers speak of."),
    at_risk_count: count("Contracts held so long and watched.", { unit: "contracts" }),
    ended_count: count("Of them, ended in that month.", { unit: "contracts" }),
    censored_count: count("Of them, held and not watched for longer.", { unit: "contracts" }),
    survival_share: double("Share held for longer (Kaplan–Meier).", { unit: "share 0..1" }),
    survival_share_low: double("Lower limit, 95 %.", { unit: "share 0..1" }).nullable(),
    survival_share_high: double("Upper limit.", { unit: "share 0..1" }).nullable(),
    quality_flag: text("`ok` or `low_n` (under 30 at risk)."),
  },
});
