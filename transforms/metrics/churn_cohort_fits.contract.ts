import { count, contract as describe, double, flag, text } from "../../ingest/contracts/contract.ts";

const shape = { unit: "none" };

export const contract = describe("metrics.churn_cohort_fits", {
  description:
    "Clients first won in a year, and whether the model of purchases is fitted to them alone: where they are enough and that tells more than one fit of all.",
  key: ["cut_number", "cohort_year"],
  answers: "Do clients won in different years buy and leave differently?",
  columns: {
    cut_number: count("The cut-off; 0 is the as-of day, each further one lies a horizon before."),
    cohort_year: count("Year of the first purchase."),
    model: text("`mbg` or `bg`, as the settings say."),
    is_own: flag("Are these clients scored by a fit of their own?"),
    reason: text(
      "`better`: the own fit is. Else why the fit of all stands: `only_cohort`, `low_n` (fewer than 500 clients or 200 repeaters), `insufficient_history` (under three median gaps), `not_converged`, `at_bound`, `not_identified`, or `not_better` by AIC.",
    ),
    r: double("Shape of the Gamma distribution of purchase rates, fitted to the cohort.", shape).nullable(),
    alpha_weeks: double("Its scale.", { unit: "weeks" }).nullable(),
    a: double("First parameter of the Beta distribution of leaving.", shape).nullable(),
    b: double("Second parameter of it.", shape).nullable(),
    log_likelihood: double("Log-likelihood of the cohort under these.", shape).nullable(),
    pooled_log_likelihood: double("The same under the parameters of all clients.", shape),
    aic_gain: double(
      "AIC of the parameters of all less that of its own: above 0 its own are better.",
      shape,
    ).nullable(),
    client_count: count("Clients of the cohort.", { unit: "clients" }),
    repeat_client_count: count("Of them, with a repeat purchase.", { unit: "clients" }),
    expected_order_count: double("Purchases expected of them in the horizon, by the fit that stands.", {
      unit: "purchases",
    }).nullable(),
  },
});
