import { contract, date, id, text } from "./contract.ts";

export const absences = contract("raw.absences", {
  description: "Days on which an employee was away: leave, illness, a business trip without clients.",
  key: ["manager_id", "first_date"],
  checks: [
    {
      sql: "last_date is null or last_date >= first_date",
      message: "an absence ends on its first day at the earliest",
    },
  ],
  columns: {
    manager_id: id("Who was away.", { references: "managers.manager_id" }),
    first_date: date("First day away."),
    last_date: date("Last day away; empty while it lasts.").nullable(),
    reason: text("`leave`, `illness`, …").nullable(),
  },
});
