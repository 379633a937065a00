import { contract, date, flag, text } from "./contract.ts";

export const calendar = contract("raw.calendar", {
  description: "A day that is not as the weekly pattern of the settings says: a holiday, a moved working day.",
  key: ["day"],
  columns: {
    day: date("The day."),
    is_working_day: flag("Is it worked?"),
    name: text("Name of the holiday.").nullable(),
  },
});
