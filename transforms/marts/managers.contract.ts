import { date, contract as describe, flag, id, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.managers", {
  description: "An employee who sells or serves.",
  key: ["manager_id"],
  columns: {
    manager_id: id("The employee."),
    name: text("Full name."),
    team: text("Team.").nullable(),
    region: text("Region the manager sells in.").nullable(),
    direction: text("Business direction the manager sells.").nullable(),
    hired_date: date("First working day.").nullable(),
    left_date: date("Last working day, if past.").nullable(),
    is_employed: flag("Employed on the as-of day?"),
    has_card: flag("Does a source describe it? Without a card, documents only name it."),
    source: text("System the row came from."),
  },
});
