import { date, contract as describe, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.absences", {
  description: "Days on which an employee was away.",
  key: ["manager_id", "first_date"],
  columns: {
    manager_id: id("Who was away.", { references: "marts.managers.manager_id" }),
    first_date: date("First day away."),
    last_date: date("Last day away; empty while it lasts.").nullable(),
    reason: text("Why, else `unknown`."),
    source: text("System the row came from."),
  },
});
