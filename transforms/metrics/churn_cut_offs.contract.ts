import { count, date, contract as describe, flag } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_cut_offs", {
  description: "A day the pasts of clients are cut at: the as-of day, and whole horizons before it.",
  key: ["cut_number"],
  answers: "From which days are churn scores computed and tested?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    cut_date: date("Last day that is known."),
    horizon_days: count("Days looked ahead.", { unit: "days" }),
    is_backtest: flag("Is it one of the three cut-offs of the back-test?"),
  },
});
