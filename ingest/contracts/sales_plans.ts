import { contract, date, id, money, text } from "./contract.ts";

export const salesPlans = contract("raw.sales_plans", {
  description: "A sales target for a month.",
  key: ["sales_plan_id"],
  columns: {
    sales_plan_id: id("The target in the source system, or its dimensions and version joined."),
    plan_month: date("First day of the month planned."),
    region: text("Region; empty means all.").nullable(),
    manager_id: id("Manager; empty means all.", { references: "managers.manager_id" }).nullable(),
    direction: text("Business direction; empty means all.").nullable(),
    amount: money("Net sales planned.", { unit: "currency of the row" }),
    currency: text("ISO 4217 code; empty means the reporting currency.").nullable(),
    version: text("Plan version, in text order; the highest approved by the first day of the month counts."),
    approved_date: date("Day the version came into force; empty means before the month.").nullable(),
  },
});
