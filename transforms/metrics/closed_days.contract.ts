import { count, date, contract as describe } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.closed_days", {
  description: "Days from the first planned closure on: how many days the company had been closed for by then.",
  key: ["day"],
  answers: "How many days of a silence were days on which nobody could order?",
  columns: {
    day: date("The day."),
    closed_day_count: count("Days of planned closures up to it: seven days or more in a row without a working one.", {
      unit: "days",
    }),
  },
});
