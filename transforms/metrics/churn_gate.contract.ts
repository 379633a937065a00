import { count, date, contract as describe, double, flag, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.churn_gate", {
  description: "What the back-test lets the site show of churn.",
  key: ["as_of_date"],
  answers: "Can the churn probability be trusted? Does it beat plain recency?",
  columns: {
    as_of_date: date("Day the numbers speak of."),
    model: text("Model of the settings: `mbg` or `bg`; empty without clients.").nullable(),
    shown: text("`model`, `recalibrated`, or `rule`: no probability, the status alone."),
    reason: text("`passed`, `passed_recalibrated`, `failed_backtest`, `short_history` or `no_fit`."),
    cut_off_count: count("Cut-offs at which the model could be tested, of 3.", { unit: "cut-offs" }),
    model_pass_count: count("Cut-offs at which the model passed.", { unit: "cut-offs" }),
    recalibrated_pass_count: count("Cut-offs at which the recalibrated model passed.", { unit: "cut-offs" }),
    better_than_recency_count: count("Cut-offs at which the model ranked better than recency beyond chance.", {
      unit: "cut-offs",
    }),
    is_better_than_recency: flag("At all three?"),
    model_auc: double("Mean area under the curve of the model.", { unit: "share 0..1" }).nullable(),
    recency_auc: double("The same of recency.", { unit: "share 0..1" }).nullable(),
    mbg_log_likelihood: double("Log-likelihood of MBG/NBD today.", { unit: "none" }).nullable(),
    bg_log_likelihood: double("The same of BG/NBD.", { unit: "none" }).nullable(),
    gap_regularity: double(
      "Wheat–Morrison estimate: 1 is chance, from 1.5 on gaps are regular and the own rhythm reacts faster than the model. Empty under 30 clients with two gaps.",
      { unit: "none" },
    ).nullable(),
    cohort_fit_count: count("Years of first purchases whose clients have a fit of their own."),
    cohort_count: count("Years of first purchases there are; 0 without a fit."),
    client_count: count("Clients the model was fitted on.", { unit: "clients" }),
    quality_flag: text("Flag of today's fit."),
  },
});
