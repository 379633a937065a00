import { contract, date, id, text } from "./contract.ts";

export const managers = contract("raw.managers", {
  description: "An employee who sells or serves.",
  key: ["manager_id"],
  columns: {
    manager_id: id("The employee in the source system."),
    name: text("Full name."),
    team: text("Team.").nullable(),
    region: text("Region the manager sells in.").nullable(),
    direction: text("Business direction the manager sells.").nullable(),
    hired_date: date("First working day.").nullable(),
    left_date: date("Last working day; empty while employed.").nullable(),
  },
});
