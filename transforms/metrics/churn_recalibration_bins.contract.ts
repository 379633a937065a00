import { count, contract as describe } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_recalibration_bins", {
  description: "Clients of a cut-off by what the model promised, and how many ordered.",
  key: ["cut_number", "logit_bin"],
  answers: "Did the model promise too much?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    logit_bin: count("Twentieth of log-odds, rounded down."),
    client_count: count("Clients.", { unit: "clients" }),
    ordered_client_count: count("Of them, with an order in the horizon.", { unit: "clients" }),
  },
});
