import { count, contract as describe, double, flag, text } from "../../ingest/contracts/contract.ts";

const shape = { unit: "none" };
const weeks = { unit: "weeks" };

export const contract = describe("metrics.churn_fits", {
  description: "The model of purchases as fitted on what was known at a cut-off.",
  key: ["cut_number", "model"],
  answers: "How do our clients buy, and how do they leave?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day."),
    model: text("`mbg` (MBG/NBD) or `bg` (BG/NBD)."),
    is_chosen: flag("Is it the model of the settings?"),
    r: double("Shape of the Gamma distribution of purchase rates.", shape).nullable(),
    alpha_weeks: double("Its scale.", weeks).nullable(),
    a: double("First parameter of the Beta distribution of leaving.", shape).nullable(),
    b: double("Second parameter of it.", shape).nullable(),
    r_error: double("Standard error of r, from the Hessian; on the as-of day only.", shape).nullable(),
    alpha_weeks_error: double("Standard error of alpha.", weeks).nullable(),
    a_error: double("Standard error of a.", shape).nullable(),
    b_error: double("Standard error of b.", shape).nullable(),
    log_likelihood: double("Log-likelihood at the optimum, time in weeks.", shape).nullable(),
    client_count: count("Clients it was fitted on.", { unit: "clients" }),
    repeat_client_count: count("Of them, with a repeat purchase.", { unit: "clients" }),
    expected_order_count: double("Purchases expected of all of them in the horizon.", {
      unit: "purchases",
    }).nullable(),
    quality_flag: text(
      "`ok`; `fallback` (fewer than 500 clients or 200 repeaters, or a history under three median gaps), `not_converged`: no parameters; `at_bound`: a parameter ran to its bound; `not_identified`: the data show no drop-out, so nobody is said to have left.",
    ),
  },
});
