import { date, contract as describe, flag, id, money, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.sales_plans", {
  description: "A sales target for a month; every version.",
  key: ["sales_plan_id"],
  columns: {
    sales_plan_id: id("The target."),
    plan_month: date("First day of the month planned."),
    has_region: flag("Is it the target of one region? A source that names none plans for all of them."),
    has_manager: flag("Is it the target of one manager?"),
    has_direction: flag("Is it the target of one direction?"),
    region: text("Region, or `all` where the plan does not split by region."),
    manager_id: text("Manager, or `all`."),
    direction: text("Business direction, or `all`."),
    currency: text("ISO 4217 code of the document; the reporting currency where the source names none."),
    has_rate: flag("Could the amount be converted to the reporting currency? Without a rate amounts are empty."),
    amount: money("Net sales planned, at the rate of the first day of the month.", {
      unit: "reporting currency",
    }).nullable(),
    version: text("Plan version."),
    approved_date: date("Day the version came into force.").nullable(),
    is_in_force: flag("Is this the version that counts for its month?"),
    source: text("System the row came from."),
  },
});
