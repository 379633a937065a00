import { count, date, contract as describe, flag, text } from "../../ingest/contracts/contract.ts";

export const contract = describe("marts.calendar", {
  description: "A day, with the weekly pattern of the settings and the holidays of the sources applied.",
  key: ["day"],
  columns: {
    day: date("The day."),
    month: date("First day of its month."),
    quarter_start_date: date("First day of its quarter."),
    year_number: count("Calendar year."),
    weekday: count("1 Monday to 7 Sunday."),
    is_working_day: flag("Is it worked?"),
    name: text("Name of the holiday.").nullable(),
  },
});
