import { count, date, contract as describe, double, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.plan_vs_actual", {
  description: "A month at the grain the plan was made for: target against net sales.",
  key: ["month", "plan_grain", "region", "manager_id", "direction"],
  answers: "Are we on plan, where not, and where will the month end?",
  columns: {
    month: date("First day of the month."),
    region: text("Region, `unknown`, or `all` where the plan of the month does not split by region."),
    manager_id: text("Manager, `unknown`, or `all`."),
    direction: text("Direction, `unknown`, or `all`."),
    plan_grain: text("Dimensions the plan splits by: `region+manager+direction`, `company`, …"),
    has_region: flag("Does the row tell of one region? If not, `all` stands for all of them and names none."),
    has_manager: flag("Does it tell of one manager?"),
    has_direction: flag("Does it tell of one direction?"),
    is_total_grain: flag("Add up only these rows: a month planned at several grains is otherwise counted twice."),
    plan_amount: moneySum("Target of the version in force on the first day; empty without a plan.").nullable(),
    actual_amount: moneySum("Net sales up to the as-of day."),
    gap_amount: moneySum("Actual less plan.").nullable(),
    attainment_rate: double("Actual over plan; empty without a plan above zero and before the month begins.", {
      unit: "share, may exceed 1",
    }).nullable(),
    working_days: count("Working days of the month.", { unit: "days" }),
    working_days_elapsed: count("Of these, up to the as-of day.", { unit: "days" }),
    plan_to_date_amount: moneySum("Plan × elapsed / working days.").nullable(),
    attainment_to_date_rate: double("Actual over plan to date.", { unit: "share, may exceed 1" }).nullable(),
    run_rate_amount: moneySum("Actual / elapsed × working days: where the month ends at this pace.").nullable(),
    previous_year_amount: moneySum("Net sales of the same whole month a year before."),
    is_complete: flag("Is the month over on the as-of day?"),
    as_of_date: date("Day the numbers speak of."),
  },
});
