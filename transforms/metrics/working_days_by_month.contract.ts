import { count, date, contract as describe, flag } from "../../ingest/contracts/contract.ts";

export const contract = describe("metrics.working_days_by_month", {
  description: "A month and how many of its days are worked, by the weekly pattern and the holidays of the sources.",
  key: ["month"],
  answers: "How many days does a month have to sell in?",
  columns: {
    month: date("First day of the month."),
    working_day_count: count("Days worked.", { unit: "days" }),
    is_as_last_year: flag("Are the holidays those of the last year a source told, because it told none of this year?"),
  },
});
