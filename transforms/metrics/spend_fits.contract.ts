import { count, contract as describe, double, text } from "../../ingest/contracts/contract.ts";

const shape = { unit: "none" };
const correlation = { unit: "-1..1" };

export const contract = describe("metrics.spend_fits", {
  description: "The Gamma–Gamma model of what a repeat purchase is worth, and the check of its assumption.",
  key: ["cut_number", "repeat_count_from"],
  answers: "What is a repeat purchase worth? Do frequent clients spend more per order?",
  columns: {
    cut_number: count("0 the as-of day, 4 the hold-out."),
    repeat_count_from: count("Fitted for clients from so many repeat purchases.", { unit: "purchases" }),
    repeat_count_to: count("Up to so many.", { unit: "purchases" }),
    p: double("Shape of the distribution of one client's purchases.", shape).nullable(),
    q: double("Shape of the distribution between clients; above one.", shape).nullable(),
    gamma_amount: double("Scale of it.", { unit: "reporting currency" }).nullable(),
    log_likelihood: double("Log-likelihood at the optimum.", shape).nullable(),
    mean_amount: double("Mean worth of a repeat purchase, over clients.", { unit: "reporting currency" }).nullable(),
    pearson_correlation: double("Correlation of spend per purchase with their number.", correlation).nullable(),
    spearman_correlation: double("The same of ranks.", correlation).nullable(),
    client_count: count("Repeat buyers it was fitted on.", { unit: "clients" }),
    quality_flag: text(
      "`ok`; `correlated`: spend hangs on frequency (beyond 0.3), which the model does not allow for; `low_n` (under 100 repeat buyers), `at_bound`, `not_converged`: no parameters, plain means are used.",
    ),
  },
});
