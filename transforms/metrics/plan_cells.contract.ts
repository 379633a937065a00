import { date, contract as describe, flag, moneySum, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.plan_cells", {
  description: "A month at the grain the plan was made for: what was planned, what was sold, and what a year before.",
  key: ["month", "plan_grain", "region", "manager_id", "direction"],
  answers: "What was planned and what was sold, cell by cell?",
  columns: {
    month: date("First day of the month."),
    plan_grain: text("Dimensions the plan splits by: `region+manager+direction`, `company`, …"),
    has_region: flag("Does the row tell of one region? If not, `all` stands for all of them and names none."),
    has_manager: flag("Does it tell of one manager?"),
    has_direction: flag("Does it tell of one direction?"),
    region: text("Region, `unknown`, or `all` where the plan of the month does not split by region."),
    manager_id: text("Manager, `unknown`, or `all`."),
    direction: text("Direction, `unknown`, or `all`."),
    is_total_grain: flag("Add up only these rows: a month planned at several grains is otherwise counted twice."),
    plan_amount: moneySum("Target of the version in force on the first day; empty without a plan.").nullable(),
    actual_amount: moneySum("Net sales up to the as-of day."),
    previous_year_amount: moneySum("Net sales of the same whole month a year before."),
  },
});
