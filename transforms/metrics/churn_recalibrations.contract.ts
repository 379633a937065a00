import { count, contract as describe, double } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_recalibrations", {
  description: "How the model's log-odds of an order are corrected at a cut-off, learned at the one before.",
  key: ["cut_number"],
  answers: "Does the model promise too much or too little?",
  columns: {
    cut_number: count("Cut-off it is used at; 0 is the as-of day."),
    intercept: double("Added to the stretched log-odds.", { unit: "log-odds" }),
    slope: double("Factor on the log-odds; 1 leaves them as they are.", { unit: "none" }),
  },
});
